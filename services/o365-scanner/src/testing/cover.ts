import { Listing } from '@cis-scan/engine';
import type { JudgedPolicy } from '../facts/graph/judged-policies.ts';
import type { policy } from './policy.ts';
import { refused } from './readings.ts';

type Over = Parameters<typeof policy>[0];
interface CoverCase {
  readonly when: string;
  readonly policies: Listing<JudgedPolicy>;
  readonly then: 'pass' | 'fail' | 'not-assessed';
  readonly says?: RegExp;
}

/**
 * What holds of every control that a policy for all must answer, whatever the policy does. `right` is a policy that
 * satisfies the control, with what a case changes in it.
 */
export function coverCases(right: (over?: Over) => JudgedPolicy): readonly CoverCase[] {
  const gap = refused('graph/excluded-group-members', 'Directory.Read.All');
  const narrowed = (by: 'platforms' | 'locations' | 'client app types') =>
    right({ narrowedBy: [...right().narrowedBy, by] });
  const of = (...policies: readonly JudgedPolicy[]) => new Listing(policies);
  return [
    { when: 'a policy that does it', policies: of(right()), then: 'pass', says: /nobody is left out/ },
    { when: 'no policy (also without P1)', policies: of(), then: 'fail', says: /0 policies were read/ },
    { when: 'report-only', policies: of(right({ state: 'report-only' })), then: 'fail', says: /it only reports/ },
    { when: 'disabled', policies: of(right({ state: 'disabled' })), then: 'fail', says: /it is disabled/ },
    { when: 'a session policy without grant', policies: of(right({ grant: null })), then: 'fail' },
    { when: 'for some users', policies: of(right({ users: { include: ['u'] } })), then: 'fail' },
    { when: 'for guests only', policies: of(right({ users: { include: ['GuestsOrExternalUsers'] } })), then: 'fail' },
    { when: 'for some resources', policies: of(right({ apps: { include: ['Office365'] } })), then: 'fail' },
    { when: 'a resource left out', policies: of(right({ apps: { exclude: ['x'] } })), then: 'fail', says: /x/ },
    { when: 'resources by a filter', policies: of(right({ apps: { filtered: true } })), then: 'fail' },
    { when: 'narrowed by platforms', policies: of(narrowed('platforms')), then: 'fail', says: /narrowed by platforms/ },
    { when: 'narrowed by locations', policies: of(narrowed('locations')), then: 'fail' },
    { when: 'narrowed by client app types', policies: of(narrowed('client app types')), then: 'fail' },
    { when: 'two accounts left out', policies: of(right({ excluded: ['a', 'b'] })), then: 'pass', says: /a, b/ },
    { when: 'three accounts left out', policies: of(right({ excluded: ['a', 'b', 'c'] })), then: 'fail' },
    { when: 'a role left out', policies: of(right({ users: { excludeRoles: ['r'] } })), then: 'fail', says: /roles r/ },
    { when: 'guests left out', policies: of(right({ users: { excludesGuests: true } })), then: 'fail', says: /guests/ },
    { when: 'a group left out, its members unread', policies: of(right({ unread: gap })), then: 'not-assessed' },
    {
      when: 'one unread beside one that does it',
      policies: of(right({ unread: gap }), right({ id: 'p2' })),
      then: 'pass',
    },
    {
      when: 'one off beside one that does it',
      policies: of(right({ state: 'disabled' }), right({ id: 'p2' })),
      then: 'pass',
    },
    { when: 'a list that broke off', policies: new Listing<JudgedPolicy>([], [gap]), then: 'not-assessed' },
    { when: 'a list that broke off after one that does it', policies: new Listing([right()], [gap]), then: 'pass' },
  ];
}

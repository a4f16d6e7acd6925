import { expect, test } from '@jest/globals';
import { check as define, source } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { organization } from '../../facts/graph/organization.ts';
import { passwordSynchronization } from '../../facts/graph/password-synchronization.ts';
import { read, unread } from '../../testing/readings.ts';
import check from './password-hashes-synchronized.ts';

const hybrid = { organization: { synchronized: true } };
const cloudOnly = { organization: { synchronized: false } };
const feature = (passwordHashes: boolean) => ({ synchronization: read({ passwordHashes }) });
const closed = {
  synchronization: unread('graph/on-premises-synchronization', 'OnPremDirectorySynchronization.Read.All'),
};

test.each(
  cases(check, [
    { when: 'on', facts: { ...hybrid, ...feature(true) }, then: 'pass' },
    { when: 'off', facts: { ...hybrid, ...feature(false) }, then: 'fail' },
    { when: 'unread', facts: { ...hybrid, ...closed }, then: 'not-assessed' },
    { when: 'cloud only', facts: { ...cloudOnly, ...feature(false) }, then: 'not-applicable' },
    { when: 'cloud only, unread', facts: { ...cloudOnly, ...closed }, then: 'not-applicable' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

const [times, score] = check.otherwise;
test('then times are looked at, then Secure Score is asked', () => expect([times, score]).not.toContain(undefined));

const byTimes = define({
  title: 't',
  why: 'w',
  fix: 'f',
  options: check.options,
  ...source<{ organization: typeof organization; times: typeof passwordSynchronization }, typeof check.options>({
    needs: { organization, times: passwordSynchronization },
    evaluate: (some, options, context) => times?.evaluate(some as never, options as never, context) ?? [],
  }),
});
const at = (last: string | null, lastPassword: string | null) => ({
  ...hybrid,
  times: {
    last: last === null ? null : new Date(last),
    lastPassword: lastPassword === null ? null : new Date(lastPassword),
  },
});

test.each(
  cases(byTimes, [
    { when: 'minutes apart', facts: at('2026-01-01T00:00:00Z', '2025-12-31T23:58:00Z'), then: 'pass' },
    { when: 'the password came after', facts: at('2025-12-31T00:00:00Z', '2025-12-31T00:02:00Z'), then: 'pass' },
    { when: '24 hours apart', facts: at('2026-01-01T00:00:00Z', '2025-12-31T00:00:00Z'), then: 'pass' },
    {
      when: 'more',
      facts: at('2026-01-01T00:00:00Z', '2025-12-30T23:59:59Z'),
      then: 'not-assessed',
      says: /24 hours before/,
    },
    {
      when: 'more, where more is allowed',
      facts: at('2026-01-01T00:00:00Z', '2025-12-30T00:00:00Z'),
      with: { maxPasswordSyncLagHours: 48 },
      then: 'pass',
    },
    { when: 'never a password', facts: at('2026-01-01T00:00:00Z', null), then: 'fail', says: /was ever synchronized/ },
    { when: 'never anything', facts: at(null, null), then: 'not-assessed' },
    { when: 'cloud only', facts: { ...at(null, null), ...cloudOnly }, then: 'not-applicable' },
  ]),
)('by times, $when: $then', (c) => expect(judge(byTimes, c)).toBe(c.then));

import { expect, test } from '@jest/globals';
import { factsIn, needsOf } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { settings } from '../../testing/sharepoint.ts';
import check from './anonymous-links-expire.ts';

test.each(
  cases(check, [
    { when: 'nothing is shared outside', facts: settings({ sharing: 'disabled' }), then: 'pass' },
    { when: 'guests must sign in', facts: settings(), then: 'pass', says: /no links that anybody can open/ },
    {
      when: 'only with guests that are known',
      facts: settings({ sharing: 'existingExternalUserSharingOnly' }),
      then: 'pass',
    },
    {
      when: 'anybody may open links: when they end is out of sight',
      facts: settings({ sharing: 'externalUserAndGuestSharing' }),
      then: 'manual',
      says: /RequireAnonymousLinksExpireInDays\) should stand between 1 and 30, 0 and -1 mean never; .*Sites\.FullControl\.All/,
    },
    {
      when: 'the same with fewer days',
      facts: settings({ sharing: 'externalUserAndGuestSharing' }),
      with: { maxDays: 7 },
      then: 'manual',
      says: /between 1 and 7/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('no right is asked for that could write', () =>
  expect(
    needsOf(check)
      .flatMap(factsIn)
      .flatMap((fact) => fact.rights),
  ).toEqual(['SharePointTenantSettings.Read.All']));

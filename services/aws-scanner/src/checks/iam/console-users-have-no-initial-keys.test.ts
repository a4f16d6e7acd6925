import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { ago, key, noKey, oddRow, report, user } from '../../testing/credential-report.ts';
import check from './console-users-have-no-initial-keys.ts';

const created = ago(365);
const after = (seconds: number): Date => new Date(created.getTime() + seconds * 1000);
const facts = (...keys: ReturnType<typeof key>[]) => ({
  credentialReport: report([user({ created, passwordEnabled: true, keys })]),
});
const setUp = (over: Parameters<typeof key>[1] = {}) => key(1, { lastRotated: after(2), ...over });
const used = setUp({ lastUsed: ago(3) });

test.each(
  cases(check, [
    {
      when: 'made with the user, never used',
      facts: facts(setUp()),
      then: 'fail',
      says: /made together with the user/,
    },
    { when: 'at the edge of the tolerance', facts: facts(setUp({ lastRotated: after(10) })), then: 'fail' },
    { when: 'beyond the tolerance', facts: facts(setUp({ lastRotated: after(11) })), then: 'pass', says: /never used/ },
    {
      when: 'a wider tolerance',
      facts: facts(setUp({ lastRotated: after(60) })),
      with: { setupToleranceSeconds: 60 },
      then: 'fail',
    },
    {
      when: 'no tolerance, the same second',
      facts: facts(setUp({ lastRotated: created })),
      with: { setupToleranceSeconds: 0 },
      then: 'fail',
    },
    { when: 'made with the user, inactive', facts: facts(setUp({ active: false })), then: 'pass' },
    { when: 'made with the user, used since', facts: facts(used), then: 'manual', says: /used since/ },
    { when: 'the same, strict', facts: facts(used), with: { whenUnproven: 'fail' }, then: 'fail' },
    { when: 'the same, lenient', facts: facts(used), with: { whenUnproven: 'pass' }, then: 'pass' },
    {
      when: 'its use is not recorded',
      facts: facts(setUp({ lastUsed: 'no-information' })),
      then: 'manual',
      says: /not recorded/,
    },
    { when: 'one used, one not', facts: facts(used, key(2, { lastRotated: after(3) })), then: 'fail', says: /key 2/ },
    {
      when: 'made later, never used',
      facts: facts(key(1)),
      then: 'pass',
      says: /made or changed later, was never used/,
    },
    {
      when: 'the same, as the broader form has it',
      facts: facts(key(1)),
      with: { neverUsedKeysFail: true },
      then: 'fail',
    },
    { when: 'made later and used', facts: facts(key(1, { lastUsed: ago(1) })), then: 'pass' },
    { when: 'no key', facts: facts(noKey(1), noKey(2)), then: 'pass' },
    {
      when: 'a user for programs',
      facts: { credentialReport: report([user({ created, keys: [setUp()] })]) },
      then: 'not-applicable',
    },
    { when: 'no user', facts: { credentialReport: report([]) }, then: 'not-applicable' },
    {
      when: 'a row that cannot be used',
      facts: { credentialReport: report([], { users: new Listing([user()], [oddRow]) }) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

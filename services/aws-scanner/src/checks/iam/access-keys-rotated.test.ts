import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { ago, key, noKey, oddRow, report, root, user } from '../../testing/credential-report.ts';
import check from './access-keys-rotated.ts';

const facts = (...keys: ReturnType<typeof key>[]) => ({ credentialReport: report([user({ keys })]) });
const aged = (days: number, over = {}) => key(1, { lastRotated: ago(days), ...over });

test.each(
  cases(check, [
    { when: 'exactly 90 days', facts: facts(aged(90)), then: 'pass' },
    { when: 'less than a day more', facts: facts(aged(90.99)), then: 'pass' },
    { when: '91 days', facts: facts(aged(91)), then: 'fail', says: /key 1 is 91 days old; 90 days at most/ },
    { when: 'an old inactive key', facts: facts(aged(400, { active: false })), then: 'not-applicable' },
    { when: 'no key', facts: facts(noKey(1), noKey(2)), then: 'not-applicable' },
    {
      when: 'the second is old',
      facts: facts(aged(1), key(2, { lastRotated: ago(120) })),
      then: 'fail',
      says: /key 2 is 120 days old;/,
    },
    { when: 'a use does not make it young', facts: facts(aged(100, { lastUsed: ago(1) })), then: 'fail' },
    { when: 'a shorter limit', facts: facts(aged(31)), with: { maxAgeDays: 30 }, then: 'fail' },
    { when: 'made after the scan began', facts: facts(aged(-0.01)), then: 'pass', says: /0 days old/ },
    { when: 'no user', facts: { credentialReport: report([]) }, then: 'not-applicable' },
    {
      when: 'an old key of root belongs to another check',
      facts: { credentialReport: report([], { root: root({ keys: [aged(1000)] }) }) },
      then: 'not-applicable',
    },
    {
      when: 'a row that cannot be used, beside an old key',
      facts: { credentialReport: report([], { users: new Listing([user({ keys: [aged(91)] })], [oddRow]) }) },
      then: 'fail',
    },
    {
      when: 'a row that cannot be used, beside a young key',
      facts: { credentialReport: report([], { users: new Listing([user({ keys: [aged(1)] })], [oddRow]) }) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { key, noKey, oddRow, report, user } from '../../testing/credential-report.ts';
import check from './users-have-single-active-key.ts';

const facts = (...keys: ReturnType<typeof key>[]) => ({ credentialReport: report([user({ keys })]) });

test.each(
  cases(check, [
    { when: 'two active keys', facts: facts(key(1), key(2)), then: 'fail', says: /2 active access keys, 1 at most/ },
    { when: 'one of two is inactive', facts: facts(key(1), key(2, { active: false })), then: 'pass' },
    { when: 'one key', facts: facts(key(1), noKey(2)), then: 'pass' },
    { when: 'no key', facts: facts(noKey(1), noKey(2)), then: 'pass', says: /no active access key/ },
    { when: 'two keys, allowed', facts: facts(key(1), key(2)), with: { maxActiveKeys: 2 }, then: 'pass' },
    { when: 'no user', facts: { credentialReport: report([]) }, then: 'not-applicable' },
    {
      when: 'a row that cannot be used',
      facts: { credentialReport: report([], { users: new Listing([user()], [oddRow]) }) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

import { expect, test } from '@jest/globals';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { ago, GENERATED, key, noKey, report, root } from '../../testing/credential-report.ts';
import check from './root-unused.ts';

const facts = (over: Parameters<typeof root>[0]) => ({ credentialReport: report([], { root: root(over) }) });
const password = (days: number) => facts({ passwordLastUsed: ago(days) });

test.each(
  cases(check, [
    { when: 'never used', facts: facts({}), then: 'pass', says: /dates no use/ },
    { when: 'N/A everywhere', facts: facts({ passwordLastUsed: 'never' }), then: 'pass' },
    { when: 'signed in yesterday', facts: password(1), then: 'fail', says: /last used 1 day ago, by its password/ },
    { when: 'just inside the window', facts: password(89), then: 'fail' },
    { when: 'as long ago as the window is', facts: password(90), then: 'pass', says: /90 days ago/ },
    { when: 'a shorter window', facts: password(30), with: { windowDays: 30 }, then: 'pass' },
    {
      when: 'the first key used long ago, the second lately',
      facts: facts({
        passwordLastUsed: ago(400),
        keys: [key(1, { lastUsed: ago(200) }), key(2, { active: false, lastUsed: ago(3) })],
      }),
      then: 'fail',
      says: /3 days ago, by access key 2/,
    },
    { when: 'keys used long ago', facts: facts({ keys: [key(1, { lastUsed: ago(91) }), noKey(2)] }), then: 'pass' },
    { when: 'used after the scan began', facts: password(-0.01), then: 'fail', says: /0 days ago/ },
    { when: 'used, and a person decides', facts: password(1), with: { whenUnproven: 'manual' }, then: 'manual' },
    {
      when: 'not used, and a person would decide',
      facts: password(91),
      with: { whenUnproven: 'manual' },
      then: 'pass',
    },
    { when: 'no row for root', facts: { credentialReport: report([], { root: null }) }, then: 'not-assessed' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('always shows the three dates, with the age of the report', () => {
  const [row] = judgements(check, { when: '', facts: password(1), with: { whenUnproven: 'manual' }, then: 'manual' });
  expect(row).toMatchObject({
    id: 'arn:aws:iam::111122223333:root',
    suggested: 'fail',
    evidence: [
      {
        readAt: GENERATED,
        fields: {
          passwordLastUsed: '2025-12-31T00:00:00.000Z',
          accessKey1LastUsed: 'never',
          accessKey2LastUsed: 'never',
        },
      },
    ],
  });
});

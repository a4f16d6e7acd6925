import { expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge, NOW } from '@cis-scan/engine/testing';
import check from './expired-server-certificates-removed.ts';

const certificate = (expires: Date | null, name = 'shop') => ({
  id: `arn:aws:iam::111122223333:server-certificate/${name}`,
  name,
  expires,
});
const after = (ms: number): Date => new Date(NOW.getTime() + ms);
const facts = (...all: ReturnType<typeof certificate>[]) => ({ serverCertificates: new Listing(all) });
const gap: Gap = {
  fact: 'iam/server-certificates',
  cause: 'denied',
  rights: ['iam:ListServerCertificates'],
  detail: 'refused',
};

test.each(
  cases(check, [
    { when: 'good for another second', facts: facts(certificate(after(1000))), then: 'pass' },
    { when: 'expires this very moment', facts: facts(certificate(after(0))), then: 'fail' },
    {
      when: 'expired a second ago, the same day',
      facts: facts(certificate(after(-1000))),
      then: 'fail',
      says: /shop expired at 2025-12-31T23:59:59/,
    },
    {
      when: 'one good, one expired',
      facts: facts(certificate(after(1e9)), certificate(after(-1e9), 'old')),
      then: 'fail',
    },
    { when: 'none (those of ACM are not asked for)', facts: facts(), then: 'not-applicable' },
    { when: 'no date', facts: facts(certificate(null), certificate(after(1), 'good')), then: 'not-assessed' },
    {
      when: 'the list broke off',
      facts: { serverCertificates: new Listing([certificate(after(1))], [gap]) },
      then: 'not-assessed',
    },
    {
      when: 'it broke off after an expired one',
      facts: { serverCertificates: new Listing([certificate(after(-1))], [gap]) },
      then: 'fail',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

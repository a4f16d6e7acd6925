import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { controlScores } from '../../testing/secure-score.ts';
import { organization } from '../../testing/exchange.ts';
import check from './modern-authentication-enabled.ts';

const facts = (modernAuthentication: boolean | null) => ({ config: organization({ modernAuthentication }) });

test.each(
  cases(check, [
    { when: 'on', facts: facts(true), then: 'pass' },
    { when: 'off', facts: facts(false), then: 'fail', says: /is off in Exchange Online/ },
    { when: 'not told', facts: facts(null), then: 'not-assessed', says: /OAuth2ClientProfileEnabled/ },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test.each([
  ['exo_oauth2clientprofileenabled', 100, 'pass'],
  ['OAuth2ClientProfileEnabled', 100, 'pass'],
  ['OAuth2ClientProfileEnabled', 0, 'fail'],
  ['something else', 100, 'not-assessed'],
])('Secure Score last, under its new name and its old one: %s at %d: %s', (name, percent, then) =>
  expect(controlScores(check, { [name]: percent })).toBe(then),
);

import { describe, expect, test } from '@jest/globals';
import { check as define, pass, saw, target } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { organization } from '../../testing/exchange.ts';
import { byOrganization, untold } from './_organization.ts';

const words = { title: 't', why: 'w', fix: 'f' };
const { documented, command } = byOrganization(({ mailTips }, fact) =>
  mailTips === null ? [untold(fact, 'MailTipsAllTipsEnabled')] : [pass(target, `${mailTips}`, saw(fact, { mailTips }))],
);

describe.each([
  [
    'the documented interface',
    define({ ...words, ...documented }),
    'exchange:OrganizationConfig/Get-OrganizationConfig',
  ],
  ['InvokeCommand', define({ ...words, ...command }), 'exchange:Get-OrganizationConfig'],
])('through %s', (_, check, source) => {
  test.each(
    cases(check, [
      { when: 'told', facts: { config: organization() }, then: 'pass' },
      {
        when: 'not told',
        facts: { config: organization({ mailTips: null }) },
        then: 'not-assessed',
        says: /does not carry MailTipsAllTipsEnabled/,
      },
    ]),
  )('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));
  test('the evidence names where it was read', () => {
    const [judged] = judgements(check, { when: '', facts: { config: organization() }, then: 'pass' });
    expect(judged?.evidence[0]?.fact.source).toBe(source);
  });
});

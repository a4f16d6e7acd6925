import { expect, test } from '@jest/globals';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { settings } from '../../testing/sharepoint.ts';
import check from './external-sharing-limited-to-domains.ts';

const blockList = { domainRestriction: 'blockList', allowedDomains: [], blockedDomains: ['rival.example'] } as const;
const either = { acceptedModes: ['allowList', 'blockList'] };

test.each(
  cases(check, [
    { when: 'a list of allowed domains', facts: settings(), then: 'pass' },
    { when: 'an empty list of allowed domains', facts: settings({ allowedDomains: [] }), then: 'fail', says: /empty/ },
    { when: 'a list of blocked domains', facts: settings(blockList), then: 'fail', says: /limited by blockList/ },
    { when: 'a list of blocked domains, which is accepted', facts: settings(blockList), with: either, then: 'pass' },
    {
      when: 'an empty list of blocked domains, accepted, beside allowed ones that are not in force',
      facts: settings({ ...blockList, blockedDomains: [], allowedDomains: ['partner.example'] }),
      with: either,
      then: 'fail',
    },
    {
      when: 'no limit, though domains are listed',
      facts: settings({ domainRestriction: 'none' }),
      with: either,
      then: 'fail',
      says: /limited by none/,
    },
    {
      when: 'no limit, but nothing is shared outside',
      facts: settings({ domainRestriction: 'none', sharing: 'disabled' }),
      then: 'pass',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('the order of domains changes nothing', () => {
  const of = (...allowedDomains: readonly string[]) =>
    judgements(check, { when: '', facts: settings({ allowedDomains }), then: 'pass' });
  expect(of('a.example', 'b.example')).toEqual(of('b.example', 'a.example'));
});
test('Secure Score is asked where the setting cannot be read', () => expect(check.otherwise).toHaveLength(1));

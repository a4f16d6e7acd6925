import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import check from './security-contact-registered.ts';

interface Contact {
  readonly name: string | null;
  readonly emailAddress: string | null;
  readonly phoneNumber: string | null;
}
const filled: Contact = { name: 'S*** T***', emailAddress: 's***@example.com', phoneNumber: '***23' };
const read = (contact: Contact | null, offered = true) => ({ securityContact: { offered, contact } });

test.each(
  cases(check, [
    { when: 'registered', facts: read(filled), then: 'pass', says: /s\*\*\*@example\.com/ },
    { when: 'none', facts: read(null), then: 'fail', says: /no security contact is registered/ },
    { when: 'without a name', facts: read({ ...filled, name: null }), then: 'fail', says: /lacks name;/ },
    { when: 'without a mail address', facts: read({ ...filled, emailAddress: null }), then: 'fail' },
    { when: 'without a phone number', facts: read({ ...filled, phoneNumber: null }), then: 'fail' },
    {
      when: 'two fields empty',
      facts: read({ ...filled, name: null, phoneNumber: null }),
      then: 'fail',
      says: /lacks name, phoneNumber;/,
    },
    {
      when: 'GovCloud keeps contacts elsewhere',
      facts: read(null, false),
      then: 'not-applicable',
      says: /standard account/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('the contact is a required fact, so that a refusal is not-assessed and never fail', () => {
  expect(check.needs.securityContact.kind).toBe('fact');
});

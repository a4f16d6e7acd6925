import { expect, test } from '@jest/globals';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import check from './contact-details-current.ts';

const readAt = '2026-01-01T00:00:00Z';
const filled = {
  fullName: 'J*** E***',
  addressLine1: '*** L*** L***',
  city: 'S***',
  postalCode: '***',
  countryCode: 'GB',
  phoneNumber: '***23',
  companyName: 'Example Ltd',
};
const read = (contact: typeof filled | Record<keyof typeof filled, string | null> | null) => ({
  contact: { ok: true as const, value: { offered: true, contact }, readAt },
});
const gap = {
  fact: 'account/contact-information',
  cause: 'denied',
  rights: ['account:GetContactInformation'],
  detail: 'account:GetContactInformation answered AccessDeniedException',
} as const;

test.each(
  cases(check, [
    { when: 'all is filled: a person decides', facts: read(filled), then: 'manual', says: /a person must say/ },
    { when: 'no company is named', facts: read({ ...filled, companyName: null }), then: 'manual', says: /no company/ },
    { when: 'no contact at all', facts: read(null), then: 'fail', says: /no contact information/ },
    ...(['fullName', 'addressLine1', 'city', 'postalCode', 'countryCode', 'phoneNumber'] as const).map((field) => ({
      when: `${field} is empty`,
      facts: read({ ...filled, [field]: null }),
      then: 'fail' as const,
      says: new RegExp(`lacks ${field};`),
    })),
    { when: 'refused', facts: { contact: { ok: false, gap } }, then: 'manual', says: /evidence is missing/ },
    {
      when: 'GovCloud keeps contacts elsewhere',
      facts: { contact: { ok: true, value: { offered: false, contact: null }, readAt } },
      then: 'not-applicable',
      says: /standard account/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('refused evidence names the right; nothing is suggested', () => {
  const [row] = judgements(check, { when: '', facts: { contact: { ok: false, gap } }, then: 'manual' });
  expect(row).toMatchObject({ id: null, region: null, rights: ['account:GetContactInformation'], suggested: null });
});

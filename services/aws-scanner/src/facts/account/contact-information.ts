import { contactsOffered } from '../../semantics/contacts-offered.ts';
import { maskedPhone, maskedWhole, maskedWords } from '../../semantics/masked.ts';
import { fact } from '../define.ts';
import { unlessAbsent } from '../door.ts';
import { told } from '../told.ts';

/**
 * The account's primary contact, each field masked as it comes in; a field that is not filled is `null`. `contact` is
 * `null` when the account has none, `offered` is false where AWS keeps contacts elsewhere.
 * API: account GetContactInformation, which answers ResourceNotFoundException for "none".
 */
export const contactInformation = fact({
  name: 'account/contact-information',
  calls: ['account:GetContactInformation'],
  async read({ account }, _facts, { partition }) {
    if (!contactsOffered(partition)) return { offered: false, contact: null };
    const answer = await unlessAbsent(account.getContactInformation({}), 'ResourceNotFoundException');
    if (answer === undefined) return { offered: true, contact: null };
    const contact = told(answer.ContactInformation, 'the contact information');
    return {
      offered: true,
      contact: {
        fullName: maskedWords(contact.FullName),
        addressLine1: maskedWords(contact.AddressLine1),
        city: maskedWords(contact.City),
        postalCode: maskedWhole(contact.PostalCode),
        countryCode: contact.CountryCode?.trim() || null,
        phoneNumber: maskedPhone(contact.PhoneNumber),
        companyName: contact.CompanyName?.trim() || null,
      },
    };
  },
});

import { contactsOffered } from '../../semantics/contacts-offered.ts';
import { maskedEmail, maskedPhone, maskedWords } from '../../semantics/masked.ts';
import { fact } from '../define.ts';
import { unlessAbsent } from '../door.ts';
import { told } from '../told.ts';

/**
 * The alternate contact for security, each field masked as it comes in; a field that is not filled is `null`. `contact`
 * is `null` when the account has none, `offered` is false where AWS keeps contacts elsewhere.
 * API: account GetAlternateContact, which answers ResourceNotFoundException for "none".
 */
export const securityContact = fact({
  name: 'account/security-contact',
  calls: ['account:GetAlternateContact'],
  async read({ account }, _facts, { partition }) {
    if (!contactsOffered(partition)) return { offered: false, contact: null };
    const asked = account.getAlternateContact({ AlternateContactType: 'SECURITY' });
    const answer = await unlessAbsent(asked, 'ResourceNotFoundException');
    if (answer === undefined) return { offered: true, contact: null };
    const contact = told(answer.AlternateContact, 'the alternate contact');
    return {
      offered: true,
      contact: {
        name: maskedWords(contact.Name),
        emailAddress: maskedEmail(contact.EmailAddress),
        phoneNumber: maskedPhone(contact.PhoneNumber),
      },
    };
  },
});

import { check, fail, manual, manualUnread, notApplicable, optional, saw, target } from '@cis-scan/engine';
import { contactInformation } from '../../facts/account/contact-information.ts';
import { emptyFields, KEPT_ELSEWHERE } from './_empty-fields.ts';

/** Without one of these AWS cannot reach anybody. */
const MANDATORY = ['fullName', 'addressLine1', 'city', 'postalCode', 'countryCode', 'phoneNumber'] as const;

export default check({
  title: 'Contact details of the account are current',
  why: 'When an account sends spam or attacks others, AWS calls and writes to this contact; if nobody answers, AWS may close it down.',
  fix: 'Sign in as root, open Account, Contact information, and enter a name, address and phone number that reach a team rather than one person.',
  needs: { contact: optional(contactInformation) },
  evaluate({ contact: reading }) {
    if (!reading.ok) return [manualUnread(reading.gap, target)];
    const { offered, contact } = reading.value;
    if (!offered) return [notApplicable(target, KEPT_ELSEWHERE, saw(contactInformation, { offered }))];
    const seen = saw(contactInformation, { contact });
    if (contact === null) return [fail(target, 'the account has no contact information, it should have some', seen)];
    const empty = emptyFields(contact, MANDATORY);
    if (empty.length > 0) {
      return [fail(target, `the account's contact information lacks ${empty.join(', ')}; all should be filled`, seen)];
    }
    const shown = `${contact.fullName}, ${contact.companyName ?? 'no company'}, ${contact.countryCode}, phone ${contact.phoneNumber}`;
    const reason = `contact information is filled in (${shown}); a person must say whether it is right and reaches more than one person`;
    return [manual(target, reason, seen)];
  },
});

import { check, fail, notApplicable, pass, saw, target } from '@cis-scan/engine';
import { securityContact } from '../../facts/account/security-contact.ts';
import { emptyFields, KEPT_ELSEWHERE } from './_empty-fields.ts';

const MANDATORY = ['name', 'emailAddress', 'phoneNumber'] as const;

export default check({
  title: 'A security contact is registered for the account',
  why: 'AWS writes about abuse and leaked keys to this contact; without one the message goes to whoever reads the root mailbox.',
  fix: 'Open Account, Alternate contacts, Security; or aws account put-alternate-contact --alternate-contact-type SECURITY with the name, title, mail address and phone number of the security team.',
  needs: { securityContact },
  evaluate({ securityContact: { offered, contact } }) {
    if (!offered) return [notApplicable(target, KEPT_ELSEWHERE, saw(securityContact, { offered }))];
    const seen = saw(securityContact, { contact });
    if (contact === null) return [fail(target, 'no security contact is registered, there should be one', seen)];
    const empty = emptyFields(contact, MANDATORY);
    return empty.length > 0
      ? [fail(target, `the security contact lacks ${empty.join(', ')}; all should be filled`, seen)]
      : [pass(target, `${contact.name} is registered as security contact (${contact.emailAddress})`, seen)];
  },
});

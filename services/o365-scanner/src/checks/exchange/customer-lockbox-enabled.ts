import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { LICENCES } from '../../semantics/licences.ts';
import { licensed } from '../_licensed.ts';
import { reported } from '../_reported.ts';
import { byOrganization, untold } from './_organization.ts';

const { documented, command } = byOrganization<{ readonly whenUnlicensed: string }>(({ customerLockbox }, fact) => {
  if (customerLockbox === null) return [untold(fact, 'CustomerLockboxEnabled')];
  const found = saw(fact, { CustomerLockboxEnabled: customerLockbox });
  return customerLockbox
    ? [pass(target, 'Customer Lockbox is on: Microsoft asks before it looks at content', found)]
    : [fail(target, 'Customer Lockbox is off, it should be on', found)];
});

export default check({
  title: 'Customer Lockbox is on',
  why: "Without it an engineer at Microsoft who works on a support request may see the organisation's content unasked.",
  fix: 'In the Microsoft 365 admin center, Settings, Org settings, Security & privacy, Customer Lockbox, require approval for all data access requests.',
  options: { whenUnlicensed: 'not-applicable' },
  ...licensed(LICENCES.customerLockbox, documented),
  otherwise: [
    licensed(LICENCES.customerLockbox, command),
    licensed(LICENCES.customerLockbox, reported('CustomerLockBoxEnabled')),
  ],
});

import { fact } from '../define.ts';
import { pages } from '../door.ts';
import { accountSummary } from './account-summary.ts';

/** Serial number of the virtual device that the root user is given by default. */
const DEFAULT_DEVICE = ':mfa/root-account-mfa-device';

/**
 * Serial numbers of the virtual MFA devices assigned to the root user; `null` where root has no MFA at all, and then
 * nothing is asked. A device is root's by its holder, since it may bear any name, and a user's device may bear root's;
 * only where the answer names a holder without ARN does the name decide. API: iam ListVirtualMFADevices.
 */
export const rootVirtualMfa = fact({
  name: 'iam/root-virtual-mfa',
  calls: ['iam:ListVirtualMFADevices'],
  needs: { accountSummary },
  async read({ iam }, facts) {
    if (!facts.accountSummary.rootHasMfa) return null;
    const ask = (Marker: string | undefined) =>
      iam.listVirtualMFADevices({ AssignmentStatus: 'Any', MaxItems: 1000, Marker });
    const serials: string[] = [];
    for await (const page of pages(ask, (p) => (p.IsTruncated ? p.Marker : undefined))) {
      for (const { SerialNumber: serial = '', User: holder } of page.VirtualMFADevices ?? []) {
        if (!holder) continue;
        if (holder.Arn ? holder.Arn.endsWith(':root') : serial.endsWith(DEFAULT_DEVICE)) serials.push(serial);
      }
    }
    return serials.sort();
  },
});

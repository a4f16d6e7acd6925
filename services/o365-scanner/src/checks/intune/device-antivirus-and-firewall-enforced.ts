import { check } from '@cis-scan/engine';
import { PROTECTION_OPTIONS, protections, protectionsBeta } from './_protections.ts';

export default check({
  title: 'Computers must have antivirus and firewall on',
  why: "A computer without them brings in what it caught elsewhere, under its user's name.",
  fix: 'In the Intune admin center, Devices, Compliance, in a policy for Windows, System security, require firewall, antivirus and antispyware, and assign it.',
  options: PROTECTION_OPTIONS,
  ...protections,
  otherwise: [protectionsBeta],
});

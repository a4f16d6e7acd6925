import { check } from '@cis-scan/engine';
import { reported } from '../_reported.ts';

export default check({
  title: 'Users cannot connect their accounts with LinkedIn',
  why: 'The connection hands names and contacts of the organisation to a network outside it, where they help to phish.',
  fix: 'In the Entra admin center, Users, User settings, set "LinkedIn account connections" to No. No interface tells this setting; Microsoft Secure Score follows within two days.',
  ...reported('aad_linkedin_connection_disables'),
});

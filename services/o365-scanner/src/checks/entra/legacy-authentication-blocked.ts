import { check } from '@cis-scan/engine';
import { reported } from '../_reported.ts';
import { LEGACY_OPTIONS, legacyAuthentication } from './_legacy-authentication.ts';

export default check({
  title: 'Legacy authentication is blocked',
  why: 'Old protocols know no second factor: a stolen or guessed password alone opens the mailbox.',
  fix: 'In the Entra admin center, Protection, Conditional Access, enable a policy for all users and all resources whose client apps are Exchange ActiveSync and other clients, and block access. Look at the sign-in logs first for who still uses them.',
  options: LEGACY_OPTIONS,
  ...legacyAuthentication,
  otherwise: [reported('BlockLegacyAuthentication')],
});

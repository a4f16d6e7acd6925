import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { reported } from '../_reported.ts';
import { byOrganization, untold } from './_organization.ts';

const { documented, command } = byOrganization(({ modernAuthentication }, fact) => {
  if (modernAuthentication === null) return [untold(fact, 'OAuth2ClientProfileEnabled')];
  const found = saw(fact, { OAuth2ClientProfileEnabled: modernAuthentication });
  return modernAuthentication
    ? [pass(target, 'modern authentication is on in Exchange Online', found)]
    : [fail(target, 'modern authentication is off in Exchange Online, it should be on', found)];
});

export default check({
  title: 'Modern authentication is on in Exchange Online',
  why: 'Only modern authentication lets Outlook be asked for a second factor; without it mailboxes open by password alone.',
  fix: 'In the Microsoft 365 admin center, Settings, Org settings, Modern authentication, turn it on (Set-OrganizationConfig -OAuth2ClientProfileEnabled $true).',
  ...documented,
  // the second name is the one that Secure Score used before
  otherwise: [command, reported(['exo_oauth2clientprofileenabled', 'OAuth2ClientProfileEnabled'])],
});

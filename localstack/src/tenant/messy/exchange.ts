import type { JsonObject } from '../json.ts';
import { acceptedDomain, authenticationPolicy, mailbox, transportRule, unifiedAudit } from '../shapes/mailboxes.ts';
import { daysBefore } from '../shapes/times.ts';
import { DOMAIN, INITIAL_DOMAIN } from './names.ts';
import { PEOPLE } from './people.ts';
import { protection } from './protection.ts';

/** What Exchange Online lists. One element stands alone where PowerShell makes no list of it; numbers come as texts. */
export function cmdlets(now: Date): Readonly<Record<string, readonly JsonObject[]>> {
  const ago = daysBefore(now);
  const [gun = {}, hans = {}, ida = {}] = PEOPLE;
  return {
    ...protection(now),
    'Get-OrganizationConfig': [
      {
        Name: INITIAL_DOMAIN,
        OAuth2ClientProfileEnabled: false,
        CustomerLockboxEnabled: false,
        AuditDisabled: true,
        MailTipsAllTipsEnabled: true,
        MailTipsExternalRecipientsTipsEnabled: false,
        MailTipsGroupMetricsEnabled: true,
        MailTipsLargeAudienceThreshold: '50',
        DefaultAuthenticationPolicy: null,
        RejectDirectSend: false,
        BookingsEnabled: true,
      },
    ],
    'Get-TransportConfig': [{ Identity: 'Transport Settings', SmtpClientAuthenticationDisabled: false }],
    'Get-AdminAuditLogConfig': [
      { Identity: 'Default', UnifiedAuditLogIngestionEnabled: false, AdminAuditLogEnabled: true },
    ],
    'Get-AuthenticationPolicy': [authenticationPolicy('Old mail programs', true)],
    'Get-User': PEOPLE.map((person, at) => ({
      UserPrincipalName: person['userPrincipalName'] ?? null,
      ExternalDirectoryObjectId: person['id'] ?? null,
      AuthenticationPolicy: at === 0 ? 'Old mail programs' : null,
    })),
    'Get-SharingPolicy': [
      {
        Name: 'Default Sharing Policy',
        Default: true,
        Enabled: true,
        Domains: ['Anonymous:CalendarSharingFreeBusyReviewer', '*:CalendarSharingFreeBusySimple'],
      },
      {
        Name: 'Agency',
        Default: false,
        Enabled: true,
        Domains: 'agency.example:CalendarSharingFreeBusyDetail, ContactsSharing',
      },
    ],
    'Get-RoleAssignmentPolicy': [
      {
        Identity: 'Default Role Assignment Policy',
        Name: 'Default Role Assignment Policy',
        IsDefault: true,
        AssignedRoles: [
          'MyBaseOptions',
          'MyContactInformation',
          'My Marketplace Apps',
          'My Custom Apps',
          'My ReadWriteMailbox Apps',
        ],
      },
    ],
    'Get-OwaMailboxPolicy': [
      {
        Identity: 'OwaMailboxPolicy-Default',
        Name: 'OwaMailboxPolicy-Default',
        IsDefault: true,
        AdditionalStorageProvidersAvailable: true,
        BookingsMailboxCreationEnabled: true,
        PersonalAccountsEnabled: true,
        PersonalAccountCalendarsEnabled: true,
      },
      {
        Identity: 'Office',
        Name: 'Office',
        IsDefault: false,
        AdditionalStorageProvidersAvailable: false,
        BookingsMailboxCreationEnabled: false,
        PersonalAccountsEnabled: false,
        PersonalAccountCalendarsEnabled: false,
      },
    ],
    'Get-Mailbox': [
      mailbox(gun, {
        ForwardingSmtpAddress: 'smtp:gun@private.example',
        DeliverToMailboxAndForward: true,
        AuditEnabled: false,
      }),
      mailbox(hans),
      mailbox(ida, { AuditOwner: 'HardDelete' }),
      mailbox(
        { displayName: 'Front desk', userPrincipalName: `desk@${DOMAIN}`, id: '0a1b2c3d-0000-4000-8000-000000000029' },
        { RecipientTypeDetails: 'SharedMailbox', AuditEnabled: false },
      ),
    ],
    'Get-InboxRule': [
      {
        Name: 'To my phone',
        Identity: 'hans\\1',
        MailboxOwnerId: `hans@${DOMAIN}`,
        Enabled: true,
        ForwardTo: 'hans@private.example',
        ForwardAsAttachmentTo: null,
        RedirectTo: null,
      },
      {
        Name: 'Newsletters',
        Identity: 'ida\\1',
        MailboxOwnerId: `ida@${DOMAIN}`,
        Enabled: true,
        ForwardTo: null,
        ForwardAsAttachmentTo: null,
        RedirectTo: null,
      },
    ],
    'Get-AcceptedDomain': [
      acceptedDomain(DOMAIN, true, false),
      acceptedDomain('harbourline-shop.example', false, false),
      acceptedDomain(INITIAL_DOMAIN, false, true),
    ],
    'Get-RemoteDomain': [
      { Identity: 'Default', Name: 'Default', DomainName: '*', AutoForwardEnabled: true, AllowedOOFType: 'External' },
      {
        Identity: 'Partner',
        Name: 'Partner',
        DomainName: 'partner.example',
        AutoForwardEnabled: true,
        AllowedOOFType: 'InternalLegacy',
      },
    ],
    'Get-TransportRule': [
      transportRule('Trust the agency', { SetSCL: '-1', SenderDomainIs: ['agency.example'] }),
      transportRule('Copy of orders', {
        Priority: 1,
        RedirectMessageTo: 'orders@supplier.example',
        BlindCopyTo: ['archive@supplier.example'],
      }),
      transportRule('No forwarding by clients', {
        Priority: 2,
        State: 'Disabled',
        FromScope: 'InOrganization',
        SentToScope: 'NotInOrganization',
        MessageTypeMatches: 'AutoForward',
        RejectMessageReasonText: 'Forwarding is not allowed.',
      }),
    ],
    'Search-UnifiedAuditLog': [
      unifiedAudit(1, ago(2), 'HardDelete', `hans@${DOMAIN}`, { LogonType: 2, MailboxOwnerUPN: `gun@${DOMAIN}` }),
      unifiedAudit(2, ago(5), 'Add-RoleGroupMember', `egon@${DOMAIN}`, { ObjectId: 'Organization Management' }),
    ],
  };
}

import type { JsonObject } from '../json.ts';
import { acceptedDomain, authenticationPolicy, mailbox, transportRule, unifiedAudit } from '../shapes/mailboxes.ts';
import { daysBefore } from '../shapes/times.ts';
import { DOMAIN, INITIAL_DOMAIN } from './names.ts';
import { PEOPLE } from './people.ts';
import { protection } from './protection.ts';

/** What Exchange Online lists. */
export function cmdlets(now: Date): Readonly<Record<string, readonly JsonObject[]>> {
  const ago = daysBefore(now);
  return {
    ...protection(now),
    'Get-OrganizationConfig': [
      {
        Name: INITIAL_DOMAIN,
        OAuth2ClientProfileEnabled: true,
        CustomerLockboxEnabled: true,
        AuditDisabled: false,
        MailTipsAllTipsEnabled: true,
        MailTipsExternalRecipientsTipsEnabled: true,
        MailTipsGroupMetricsEnabled: true,
        MailTipsLargeAudienceThreshold: '25',
        DefaultAuthenticationPolicy: 'No plain passwords',
        RejectDirectSend: true,
        BookingsEnabled: false,
      },
    ],
    'Get-TransportConfig': [{ Identity: 'Transport Settings', SmtpClientAuthenticationDisabled: true }],
    'Get-AdminAuditLogConfig': [
      { Identity: 'Default', UnifiedAuditLogIngestionEnabled: true, AdminAuditLogEnabled: true },
    ],
    'Get-AuthenticationPolicy': [authenticationPolicy('No plain passwords', false)],
    'Get-User': PEOPLE.map((person) => ({
      UserPrincipalName: person['userPrincipalName'] ?? null,
      ExternalDirectoryObjectId: person['id'] ?? null,
      AuthenticationPolicy: null,
    })),
    'Get-SharingPolicy': [
      // the default policy, with nothing left in it, and an old one that is off
      { Name: 'Default Sharing Policy', Default: true, Enabled: true, Domains: [] },
      { Name: 'Old', Default: false, Enabled: false, Domains: ['*:CalendarSharingFreeBusySimple'] },
    ],
    'Get-RoleAssignmentPolicy': [
      {
        Identity: 'Default Role Assignment Policy',
        Name: 'Default Role Assignment Policy',
        IsDefault: true,
        AssignedRoles: ['MyBaseOptions', 'MyContactInformation'],
      },
    ],
    'Get-OwaMailboxPolicy': [
      {
        Identity: 'OwaMailboxPolicy-Default',
        Name: 'OwaMailboxPolicy-Default',
        IsDefault: true,
        AdditionalStorageProvidersAvailable: false,
        BookingsMailboxCreationEnabled: false,
        PersonalAccountsEnabled: false,
        PersonalAccountCalendarsEnabled: false,
      },
    ],
    'Get-Mailbox': PEOPLE.map((person) => mailbox(person)),
    'Get-InboxRule': [],
    'Get-AcceptedDomain': [
      acceptedDomain(DOMAIN, true, false),
      acceptedDomain(`eu.${DOMAIN}`, false, false),
      acceptedDomain('larkfield-parked.example', false, false),
      acceptedDomain(INITIAL_DOMAIN, false, true),
    ],
    'Get-RemoteDomain': [
      { Identity: 'Default', Name: 'Default', DomainName: '*', AutoForwardEnabled: false, AllowedOOFType: 'External' },
    ],
    'Get-TransportRule': [
      transportRule('No forwarding by clients', {
        FromScope: 'InOrganization',
        SentToScope: 'NotInOrganization',
        MessageTypeMatches: 'AutoForward',
        RejectMessageReasonText: 'Forwarding is not allowed.',
        RejectMessageEnhancedStatusCode: '5.7.1',
      }),
      transportRule('Journal of orders', { Priority: 1, RedirectMessageTo: [`orders@${DOMAIN}`] }),
      transportRule('Mark outside mail', {
        Priority: 2,
        FromScope: 'NotInOrganization',
        SetSCL: '5',
        SenderDomainIs: 'bulk.example',
      }),
    ],
    'Search-UnifiedAuditLog': [
      unifiedAudit(1, ago(2), 'MailItemsAccessed', `vera@${DOMAIN}`, {
        LogonType: 0,
        MailboxOwnerUPN: `vera@${DOMAIN}`,
      }),
    ],
  };
}

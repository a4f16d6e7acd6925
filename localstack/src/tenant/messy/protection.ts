import type { JsonObject } from '../json.ts';
import { builtInProtection, rule } from '../shapes/mailboxes.ts';
import { daysBefore } from '../shapes/times.ts';
import { DOMAIN } from './names.ts';

/** Everything that guards mail, as it came out of the box or was switched off one day. */
export function protection(now: Date): Readonly<Record<string, readonly JsonObject[]>> {
  const ago = daysBefore(now);
  return {
    'Get-MalwareFilterPolicy': [
      {
        Identity: 'Default',
        Name: 'Default',
        IsDefault: true,
        EnableFileFilter: false,
        FileTypes: ['ace', 'exe', 'vbs'],
        FileTypeAction: 'Reject',
        EnableInternalSenderAdminNotifications: false,
        InternalSenderAdminAddress: null,
        ZapEnabled: true,
      },
    ],
    'Get-MalwareFilterRule': [],
    'Get-HostedOutboundSpamFilterPolicy': [
      {
        Identity: 'Default',
        Name: 'Default',
        IsDefault: true,
        AutoForwardingMode: 'On',
        NotifyOutboundSpam: true,
        NotifyOutboundSpamRecipients: 'soc@harbourline.example',
        BccSuspiciousOutboundMail: false,
        BccSuspiciousOutboundAdditionalRecipients: [],
        RecipientLimitExternalPerHour: 0,
        RecipientLimitInternalPerHour: 0,
        RecipientLimitPerDay: 0,
        ActionWhenThresholdReached: 'BlockUserForToday',
      },
    ],
    'Get-HostedOutboundSpamFilterRule': [],
    'Get-SafeLinksPolicy': [
      {
        ...builtInProtection(),
        EnableSafeLinksForEmail: false,
        EnableSafeLinksForTeams: false,
        EnableSafeLinksForOffice: false,
        TrackClicks: true,
        AllowClickThrough: true,
        ScanUrls: true,
        EnableForInternalSenders: false,
        DeliverMessageAfterScan: true,
        DisableUrlRewrite: true,
      },
      {
        Identity: 'Trial',
        Name: 'Trial',
        IsBuiltInProtection: false,
        EnableSafeLinksForEmail: true,
        EnableSafeLinksForTeams: true,
        EnableSafeLinksForOffice: true,
        TrackClicks: true,
        AllowClickThrough: false,
        ScanUrls: true,
        EnableForInternalSenders: true,
        DeliverMessageAfterScan: true,
        DisableUrlRewrite: false,
      },
    ],
    // the good policy has a rule that nobody switched on again
    'Get-SafeLinksRule': [rule('SafeLinksPolicy', 'Trial', DOMAIN, { State: 'Disabled' })],
    'Get-SafeAttachmentPolicy': [
      {
        Identity: 'Trial',
        Name: 'Trial',
        IsBuiltInProtection: false,
        Enable: false,
        Action: 'Allow',
        QuarantineTag: 'DefaultFullAccessPolicy',
        Redirect: false,
      },
    ],
    'Get-SafeAttachmentRule': [rule('SafeAttachmentPolicy', 'Trial', [DOMAIN])],
    'Get-AtpPolicyForO365': [
      {
        Identity: 'Default',
        Name: 'Default',
        EnableATPForSPOTeamsODB: false,
        EnableSafeDocs: false,
        AllowSafeDocsOpen: true,
        EnableSafeLinksForO365Clients: false,
      },
    ],
    'Get-AntiPhishPolicy': [
      {
        Identity: 'Office365 AntiPhish Default',
        Name: 'Office365 AntiPhish Default',
        IsDefault: true,
        Enabled: true,
        PhishThresholdLevel: '1',
        EnableTargetedUserProtection: false,
        EnableOrganizationDomainsProtection: false,
        EnableMailboxIntelligence: true,
        EnableMailboxIntelligenceProtection: false,
        EnableSpoofIntelligence: true,
        TargetedUserProtectionAction: 'NoAction',
        TargetedUsersToProtect: null,
      },
    ],
    'Get-AntiPhishRule': [],
    'Get-ATPProtectionPolicyRule': [],
    'Get-EOPProtectionPolicyRule': [],
    'Get-ATPBuiltInProtectionRule': [rule('SafeLinksPolicy', 'Built-In Protection Policy', [])],
    'Get-DkimSigningConfig': [
      {
        Identity: DOMAIN,
        Domain: DOMAIN,
        Enabled: false,
        Status: 'CnameMissing',
        Selector1CNAME: 'selector1-harbourline-example._domainkey.harbourlineexample.onmicrosoft.com',
        Selector2CNAME: 'selector2-harbourline-example._domainkey.harbourlineexample.onmicrosoft.com',
      },
    ],
    'Get-MailDetailATPReport': [
      {
        Date: ago(1),
        EventType: 'Anti-malware engine',
        Domain: DOMAIN,
        RecipientAddress: `gun@${DOMAIN}`,
        Subject: 'Invoice',
      },
    ],
    'Get-SpoofIntelligenceInsight': [
      {
        SpoofedUser: 'agency.example',
        SendingInfrastructure: '203.0.113.0/24',
        SpoofType: 'External',
        MessageCount: '17',
        Action: 'Allow',
        LastSeen: ago(2),
      },
    ],
    'Get-BlockedSenderAddress': [
      { SenderAddress: `jon@${DOMAIN}`, Reason: 'OutboundSpamLast24Hours=120', CreatedDatetime: ago(19) },
    ],
  };
}

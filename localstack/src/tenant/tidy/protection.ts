import type { JsonObject } from '../json.ts';
import { builtInProtection, rule } from '../shapes/mailboxes.ts';
import { daysBefore } from '../shapes/times.ts';
import { DOMAIN, INITIAL_DOMAIN } from './names.ts';

const MAIL_DOMAINS = [DOMAIN, `eu.${DOMAIN}`, 'larkfield-parked.example'];
const LINKS_ON = {
  EnableSafeLinksForEmail: true,
  EnableSafeLinksForTeams: true,
  EnableSafeLinksForOffice: true,
  TrackClicks: true,
  AllowClickThrough: false,
  ScanUrls: true,
  EnableForInternalSenders: true,
  DeliverMessageAfterScan: true,
  DisableUrlRewrite: false,
};

const signing = (Domain: string): JsonObject => {
  const target = (selector: string): string =>
    `${selector}-${Domain.replaceAll('.', '-')}._domainkey.${INITIAL_DOMAIN}`;
  return {
    Identity: Domain,
    Domain,
    Enabled: true,
    Status: 'Valid',
    Selector1CNAME: target('selector1'),
    Selector2CNAME: target('selector2'),
  };
};

/** Everything that guards mail, switched on for everybody. */
export function protection(now: Date): Readonly<Record<string, readonly JsonObject[]>> {
  const ago = daysBefore(now);
  return {
    'Get-MalwareFilterPolicy': [
      {
        Identity: 'Default',
        Name: 'Default',
        IsDefault: true,
        EnableFileFilter: true,
        FileTypes: ['ace', 'exe', 'vbs', 'iso', 'js'],
        FileTypeAction: 'Reject',
        EnableInternalSenderAdminNotifications: true,
        InternalSenderAdminAddress: `soc@${DOMAIN}`,
        ZapEnabled: true,
      },
    ],
    'Get-MalwareFilterRule': [],
    'Get-HostedOutboundSpamFilterPolicy': [
      {
        Identity: 'Default',
        Name: 'Default',
        IsDefault: true,
        AutoForwardingMode: 'Off',
        NotifyOutboundSpam: true,
        NotifyOutboundSpamRecipients: [`soc@${DOMAIN}`],
        BccSuspiciousOutboundMail: true,
        // one address alone: PowerShell makes no list of it
        BccSuspiciousOutboundAdditionalRecipients: `soc@${DOMAIN}`,
        RecipientLimitExternalPerHour: 500,
        RecipientLimitInternalPerHour: 1000,
        RecipientLimitPerDay: 1000,
        ActionWhenThresholdReached: 'BlockUser',
      },
    ],
    'Get-HostedOutboundSpamFilterRule': [],
    'Get-SafeLinksPolicy': [
      {
        ...builtInProtection(),
        ...LINKS_ON,
        EnableForInternalSenders: false,
        AllowClickThrough: true,
        DisableUrlRewrite: true,
      },
      { Identity: 'Everybody', Name: 'Everybody', IsBuiltInProtection: false, ...LINKS_ON },
    ],
    'Get-SafeLinksRule': [rule('SafeLinksPolicy', 'Everybody', MAIL_DOMAINS)],
    'Get-SafeAttachmentPolicy': [
      {
        ...builtInProtection(),
        Enable: true,
        Action: 'Block',
        QuarantineTag: 'AdminOnlyAccessPolicy',
        Redirect: false,
      },
      {
        Identity: 'Everybody',
        Name: 'Everybody',
        IsBuiltInProtection: false,
        Enable: true,
        Action: 'Block',
        QuarantineTag: 'AdminOnlyAccessPolicy',
        Redirect: false,
      },
    ],
    'Get-SafeAttachmentRule': [rule('SafeAttachmentPolicy', 'Everybody', MAIL_DOMAINS)],
    'Get-AtpPolicyForO365': [
      {
        Identity: 'Default',
        Name: 'Default',
        EnableATPForSPOTeamsODB: true,
        EnableSafeDocs: true,
        AllowSafeDocsOpen: false,
        EnableSafeLinksForO365Clients: true,
      },
    ],
    'Get-AntiPhishPolicy': [
      {
        Identity: 'Office365 AntiPhish Default',
        Name: 'Office365 AntiPhish Default',
        IsDefault: true,
        Enabled: true,
        PhishThresholdLevel: 1,
        EnableTargetedUserProtection: false,
        EnableOrganizationDomainsProtection: false,
        EnableMailboxIntelligence: true,
        EnableMailboxIntelligenceProtection: false,
        EnableSpoofIntelligence: true,
        TargetedUserProtectionAction: 'NoAction',
        TargetedUsersToProtect: null,
      },
      {
        Identity: 'Everybody',
        Name: 'Everybody',
        IsDefault: false,
        Enabled: true,
        PhishThresholdLevel: '3',
        EnableTargetedUserProtection: true,
        EnableOrganizationDomainsProtection: true,
        EnableMailboxIntelligence: true,
        EnableMailboxIntelligenceProtection: true,
        EnableSpoofIntelligence: true,
        TargetedUserProtectionAction: 'Quarantine',
        TargetedUsersToProtect: `Vera;vera@${DOMAIN}`,
      },
    ],
    'Get-AntiPhishRule': [rule('AntiPhishPolicy', 'Everybody', MAIL_DOMAINS)],
    'Get-ATPProtectionPolicyRule': [],
    'Get-EOPProtectionPolicyRule': [],
    'Get-ATPBuiltInProtectionRule': [rule('SafeLinksPolicy', 'Built-In Protection Policy', [])],
    'Get-DkimSigningConfig': [...MAIL_DOMAINS, INITIAL_DOMAIN].map(signing),
    'Get-MailDetailATPReport': [],
    'Get-SpoofIntelligenceInsight': [
      {
        SpoofedUser: 'bulk.example',
        SendingInfrastructure: '203.0.113.0/24',
        SpoofType: 'External',
        MessageCount: 3,
        Action: 'Block',
        LastSeen: ago(2),
      },
    ],
    'Get-BlockedSenderAddress': [],
  };
}

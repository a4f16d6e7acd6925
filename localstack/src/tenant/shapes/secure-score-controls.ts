/** A control of Secure Score: its name, the points it is worth, its title where checks can know it only by that. */
export interface ScoredControl {
  readonly name: string;
  readonly category: 'Identity' | 'Apps' | 'Data' | 'Device';
  readonly most: number;
  readonly title?: string;
}

const group = (
  category: ScoredControl['category'],
  most: number,
  ...names: readonly string[]
): readonly ScoredControl[] => names.map((name) => ({ name, category, most }));

/** Controls that Microsoft lists for a tenant with all licences. */
export const CONTROLS: readonly ScoredControl[] = [
  ...group('Identity', 10, 'AdminMFAV2', 'MFARegistrationV2'),
  ...group(
    'Identity',
    8,
    'PasswordHashSync',
    'BlockLegacyAuthentication',
    'SigninRiskPolicy',
    'UserRiskPolicy',
    'PWAgePolicyNew',
  ),
  ...group(
    'Identity',
    1,
    'OneAdmin',
    'RoleOverlap',
    'SelfServicePasswordReset',
    'aad_password_protection',
    'aad_third_party_apps',
  ),
  ...group('Identity', 4, 'IntegratedApps', 'aad_admin_consent_workflow', 'aad_limited_administrative_roles'),
  ...group('Identity', 3, 'aad_linkedin_connection_disables', 'aad_custom_banned_passwords'),
  ...group(
    'Apps',
    5,
    'exo_oauth2clientprofileenabled',
    'exo_individualsharing',
    'exo_outlookaddins',
    'exo_mailtipsenabled',
  ),
  ...group('Apps', 5, 'exo_mailboxaudit', 'exo_storageproviderrestricted', 'exo_transportrulesallowlistdomains'),
  ...group('Apps', 1, 'spo_legacy_auth', 'spo_external_sharing_managed', 'spo_block_onedrive_sync_unmanaged_devices'),
  ...group(
    'Apps',
    6,
    'mdo_safelinksforOfficeApps',
    'mdo_safelinksforemail',
    'mdo_atpprotection',
    'mdo_safeattachmentpolicy',
  ),
  ...group(
    'Apps',
    5,
    'mdo_safeattachments',
    'mdo_commonattachmentsfilter',
    'mdo_blockmailforward',
    'mdo_autoforwardingmode',
  ),
  ...group('Apps', 8, 'mdo_antiphishingpolicies', 'mdo_enabledomainstoprotect', 'mdo_targetedusersprotection'),
  ...group('Apps', 8, 'mdo_mailboxintelligenceprotection', 'mdo_phishthresholdlevel'),
  ...group('Apps', 1, 'mdo_spam_notifications_only_for_admins', 'mcas_mda_enabled', 'McasFirewallLogUpload'),
  ...group('Data', 5, 'CustomerLockBoxEnabled', 'mip_search_auditlog', 'mip_sensitivitylabelspolicies'),
  ...group('Data', 5, 'mip_autosensitivitylabelspolicies', 'mip_DLP_policies_Teams', 'dlp_datalossprevention'),
  { name: 'demo_owned_apps', category: 'Apps', most: 1, title: 'Keep user owned apps and services within bounds' },
  {
    name: 'demo_forms_phishing',
    category: 'Apps',
    most: 1,
    title: 'Have internal phishing protection for Forms switched on',
  },
  { name: 'demo_sways', category: 'Apps', most: 1, title: 'See to it that Sways cannot be shared with strangers' },
];

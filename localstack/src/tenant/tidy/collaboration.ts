import type { Json, JsonObject } from '../json.ts';

/** Documents, meetings and the small apps, through Graph. */
export const collaboration: Readonly<Record<string, Json>> = {
  '/admin/sharepoint/settings': {
    allowedDomainGuidsForSyncApp: ['7081929a-0000-4000-8000-000000000080'],
    idleSessionSignOut: { isEnabled: true, warnAfterInSeconds: 120, signOutAfterInSeconds: 300 },
    isLegacyAuthProtocolsEnabled: false,
    isResharingByExternalUsersEnabled: false,
    isUnmanagedSyncAppForTenantRestricted: true,
    isRequireAcceptingUserToMatchInvitedUserEnabled: true,
    sharingAllowedDomainList: ['partner.example'],
    sharingBlockedDomainList: [],
    sharingCapability: 'externalUserSharingOnly',
    sharingDomainRestrictionMode: 'allowList',
    tenantDefaultTimezone: '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
  },
  'beta:/admin/appsAndServices': {
    id: 'appsAndServices',
    settings: { isOfficeStoreEnabled: false, isAppAndServicesTrialEnabled: false },
  },
  'beta:/admin/forms': {
    id: 'forms',
    settings: {
      isExternalSendFormEnabled: true,
      isExternalShareCollaborationEnabled: false,
      isExternalShareResultEnabled: false,
      isExternalShareTemplateEnabled: false,
      isRecordIdentityByDefaultEnabled: true,
      isBingImageSearchEnabled: false,
      isInOrgFormsPhishingScanEnabled: true,
    },
  },
  'beta:/security/informationProtection/sensitivityLabels': [
    {
      id: 'c5d6e7f8-0000-4000-8000-000000000085',
      name: 'Confidential',
      description: '',
      color: '#d13438',
      sensitivity: 3,
      tooltip: 'Internal readers only',
      isActive: true,
      isAppliable: true,
      contentFormats: ['file', 'email'],
      hasProtection: true,
      parent: null,
    },
  ],
};

/** SharePoint's own administration. */
export const sharePoint: JsonObject = {
  DisallowInfectedFileDownload: true,
  RequireAnonymousLinksExpireInDays: 30,
  SharingCapability: 1,
  OneDriveSharingCapability: 0,
  DefaultSharingLinkType: 1,
  DefaultLinkPermission: 1,
  EnableAzureADB2BIntegration: true,
  EnableAIPIntegration: true,
  PreventExternalUsersFromResharing: true,
  ExternalUserExpirationRequired: true,
  ExternalUserExpireInDays: 30,
  EmailAttestationRequired: true,
  EmailAttestationReAuthDays: 15,
  LegacyAuthProtocolsEnabled: false,
};

const PARTNERS = { AllowList: { AllowedDomain: [{ Domain: 'partner.example' }] } };

/** Teams: open to partners by name. */
export const teams: Readonly<Record<string, readonly JsonObject[]>> = {
  TenantFederationSettings: [
    {
      Identity: 'Global',
      AllowFederatedUsers: false,
      AllowedDomains: PARTNERS,
      BlockedDomains: [],
      AllowPublicUsers: false,
      AllowTeamsConsumer: false,
      AllowTeamsConsumerInbound: false,
      ExternalAccessWithTrialTenants: 'Blocked',
    },
  ],
  ExternalAccessPolicy: [
    {
      Identity: 'Global',
      EnableFederationAccess: false,
      EnableTeamsConsumerAccess: false,
      EnableTeamsConsumerInbound: false,
      EnablePublicCloudAccess: false,
    },
  ],
  TeamsClientConfiguration: [
    {
      Identity: 'Global',
      AllowDropBox: false,
      AllowBox: false,
      AllowGoogleDrive: false,
      AllowShareFile: false,
      AllowEgnyte: false,
      AllowEmailIntoChannel: false,
    },
  ],
  TeamsMeetingPolicy: [
    {
      Identity: 'Global',
      AllowAnonymousUsersToJoinMeeting: false,
      AllowAnonymousUsersToStartMeeting: false,
      AutoAdmittedUsers: 'EveryoneInCompanyExcludingGuests',
      AllowPSTNUsersToBypassLobby: false,
      MeetingChatEnabledType: 'EnabledExceptAnonymous',
      DesignatedPresenterRoleMode: 'OrganizerOnlyUserOverride',
      AllowExternalParticipantGiveRequestControl: false,
      AllowExternalNonTrustedMeetingChat: false,
      AllowCloudRecording: false,
    },
  ],
  TeamsMessagingPolicy: [{ Identity: 'Global', AllowSecurityEndUserReporting: true, AllowUserDeleteMessage: true }],
  TeamsAppPermissionPolicy: [
    {
      Identity: 'Global',
      DefaultCatalogAppsType: 'BlockedAppList',
      DefaultCatalogApps: [],
      GlobalCatalogAppsType: 'AllowedAppList',
      GlobalCatalogApps: [],
      PrivateCatalogAppsType: 'BlockedAppList',
      PrivateCatalogApps: [],
    },
  ],
};

/** Purview: policies in force everywhere, Teams among it, and labels that everybody was given. */
export const compliance: Readonly<Record<string, readonly JsonObject[]>> = {
  'Get-DlpCompliancePolicy': [
    {
      Name: 'Personal data',
      Mode: 'Enable',
      Enabled: true,
      Workload: 'Exchange, SharePoint, OneDriveForBusiness, Teams',
      TeamsLocation: ['All'],
      TeamsLocationException: [],
      ExchangeLocation: ['All'],
    },
  ],
  'Get-LabelPolicy': [
    {
      Name: 'Global labels',
      Type: 'PublishedSensitivityLabel',
      Enabled: true,
      Mode: 'Enforce',
      ExchangeLocation: ['All'],
      SharePointLocation: ['All'],
      Labels: 'Confidential',
    },
  ],
  'Get-Label': [{ Name: 'Confidential', DisplayName: 'Confidential', Disabled: false }],
  'Get-ProtectionAlert': [],
  // this host knows nothing of the audit log and says no, whatever Exchange says
  'Get-AdminAuditLogConfig': [
    { Identity: 'Default', UnifiedAuditLogIngestionEnabled: false, AdminAuditLogEnabled: true },
  ],
};

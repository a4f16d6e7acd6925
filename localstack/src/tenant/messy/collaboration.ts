import type { Json, JsonObject } from '../json.ts';

/** Documents, meetings and the small apps, through Graph. */
export const collaboration: Readonly<Record<string, Json>> = {
  '/admin/sharepoint/settings': {
    allowedDomainGuidsForSyncApp: [],
    idleSessionSignOut: { isEnabled: false, warnAfterInSeconds: 0, signOutAfterInSeconds: 0 },
    isLegacyAuthProtocolsEnabled: true,
    isResharingByExternalUsersEnabled: true,
    isUnmanagedSyncAppForTenantRestricted: false,
    isRequireAcceptingUserToMatchInvitedUserEnabled: false,
    sharingAllowedDomainList: [],
    sharingBlockedDomainList: [],
    sharingCapability: 'externalUserAndGuestSharing',
    sharingDomainRestrictionMode: 'none',
    tenantDefaultTimezone: '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
  },
  'beta:/admin/appsAndServices': {
    id: 'appsAndServices',
    settings: { isOfficeStoreEnabled: true, isAppAndServicesTrialEnabled: true },
  },
  'beta:/admin/forms': {
    id: 'forms',
    settings: {
      isExternalSendFormEnabled: true,
      isExternalShareCollaborationEnabled: true,
      isExternalShareResultEnabled: true,
      isExternalShareTemplateEnabled: true,
      isRecordIdentityByDefaultEnabled: false,
      isBingImageSearchEnabled: true,
      isInOrgFormsPhishingScanEnabled: false,
    },
  },
  'beta:/security/informationProtection/sensitivityLabels': [],
};

/** SharePoint's own administration; -1 means that links never expire. */
export const sharePoint: JsonObject = {
  DisallowInfectedFileDownload: false,
  RequireAnonymousLinksExpireInDays: -1,
  SharingCapability: 2,
  OneDriveSharingCapability: 2,
  DefaultSharingLinkType: 3,
  DefaultLinkPermission: 2,
  EnableAzureADB2BIntegration: false,
  EnableAIPIntegration: false,
  PreventExternalUsersFromResharing: false,
  ExternalUserExpirationRequired: false,
  ExternalUserExpireInDays: 60,
  EmailAttestationRequired: false,
  EmailAttestationReAuthDays: 30,
  LegacyAuthProtocolsEnabled: true,
};

/** Teams: open to everybody, files from everywhere. */
export const teams: Readonly<Record<string, readonly JsonObject[]>> = {
  TenantFederationSettings: [
    {
      Identity: 'Global',
      AllowFederatedUsers: true,
      AllowedDomains: { AllowAllKnownDomains: {} },
      BlockedDomains: [],
      AllowPublicUsers: true,
      AllowTeamsConsumer: true,
      AllowTeamsConsumerInbound: true,
      ExternalAccessWithTrialTenants: 'Allowed',
    },
  ],
  ExternalAccessPolicy: [
    {
      Identity: 'Global',
      EnableFederationAccess: true,
      EnableTeamsConsumerAccess: true,
      EnableTeamsConsumerInbound: true,
      EnablePublicCloudAccess: true,
    },
  ],
  TeamsClientConfiguration: [
    {
      Identity: 'Global',
      AllowDropBox: true,
      AllowBox: true,
      AllowGoogleDrive: true,
      AllowShareFile: true,
      AllowEgnyte: true,
      AllowEmailIntoChannel: true,
    },
  ],
  TeamsMeetingPolicy: [
    {
      Identity: 'Global',
      AllowAnonymousUsersToJoinMeeting: true,
      AllowAnonymousUsersToStartMeeting: true,
      AutoAdmittedUsers: 'Everyone',
      AllowPSTNUsersToBypassLobby: true,
      MeetingChatEnabledType: 'Enabled',
      DesignatedPresenterRoleMode: 'EveryoneUserOverride',
      AllowExternalParticipantGiveRequestControl: true,
      AllowExternalNonTrustedMeetingChat: true,
      AllowCloudRecording: true,
    },
  ],
  TeamsMessagingPolicy: [{ Identity: 'Global', AllowSecurityEndUserReporting: false, AllowUserDeleteMessage: true }],
  TeamsAppPermissionPolicy: [
    {
      Identity: 'Global',
      DefaultCatalogAppsType: 'BlockedAppList',
      DefaultCatalogApps: [],
      GlobalCatalogAppsType: 'BlockedAppList',
      GlobalCatalogApps: [],
      PrivateCatalogAppsType: 'BlockedAppList',
      PrivateCatalogApps: [],
    },
  ],
};

/** Purview: one policy that only tries itself out, labels that nobody was given. */
export const compliance: Readonly<Record<string, readonly JsonObject[]>> = {
  'Get-DlpCompliancePolicy': [
    {
      Name: 'Card numbers',
      Mode: 'TestWithNotifications',
      Enabled: true,
      Workload: 'Exchange, SharePoint, OneDriveForBusiness',
      TeamsLocation: [],
      TeamsLocationException: [],
      ExchangeLocation: ['All'],
    },
    {
      Name: 'Old one',
      Mode: 'Disable',
      Enabled: false,
      Workload: 'Exchange, Teams',
      TeamsLocation: 'All',
      TeamsLocationException: [],
      ExchangeLocation: 'All',
    },
  ],
  'Get-LabelPolicy': [],
  'Get-Label': [],
  'Get-ProtectionAlert': [],
  // this host knows nothing of the audit log and says no, whatever Exchange says
  'Get-AdminAuditLogConfig': [
    { Identity: 'Default', UnifiedAuditLogIngestionEnabled: false, AdminAuditLogEnabled: true },
  ],
};

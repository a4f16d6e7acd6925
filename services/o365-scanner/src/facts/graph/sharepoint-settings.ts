import { graph } from '../define.ts';

/** How much SharePoint and OneDrive may be shared with people outside, from nobody to anybody who has the link. */
const CAPABILITIES = [
  'disabled',
  'existingExternalUserSharingOnly',
  'externalUserSharingOnly',
  'externalUserAndGuestSharing',
] as const;

export interface SharePointSettings {
  readonly legacyAuthentication: boolean;
  readonly guestsMayReshare: boolean;
  /** A word that is not known here is a gap: it could allow more than all of these. */
  readonly sharing: (typeof CAPABILITIES)[number];
  readonly domainRestriction: 'none' | 'allowList' | 'blockList';
  readonly allowedDomains: readonly string[];
  readonly blockedDomains: readonly string[];
  /** Whether OneDrive only syncs to computers that are joined to one of `syncDomains` (GUIDs of Active Directory domains). */
  readonly syncRestricted: boolean;
  readonly syncDomains: readonly string[];
}

const filled = (texts: readonly string[]): readonly string[] => texts.filter((text) => text.trim() !== '');

/** Settings of SharePoint and OneDrive that hold for the whole tenant: those that Graph shows to who may only read. */
export const sharePointSettings = graph({
  name: 'graph/sharepoint-settings',
  get: '/v1.0/admin/sharepoint/settings',
  permissions: ['SharePointTenantSettings.Read.All'],
  read: (answer): SharePointSettings => ({
    legacyAuthentication: answer.at('isLegacyAuthProtocolsEnabled').flag(),
    guestsMayReshare: answer.at('isResharingByExternalUsersEnabled').flag(),
    sharing: answer.at('sharingCapability').oneOf(...CAPABILITIES),
    domainRestriction: answer.at('sharingDomainRestrictionMode').oneOf('none', 'allowList', 'blockList'),
    allowedDomains: filled(answer.at('sharingAllowedDomainList').texts()),
    blockedDomains: filled(answer.at('sharingBlockedDomainList').texts()),
    syncRestricted: answer.at('isUnmanagedSyncAppForTenantRestricted').flag(),
    syncDomains: filled(answer.at('allowedDomainGuidsForSyncApp').texts()),
  }),
});

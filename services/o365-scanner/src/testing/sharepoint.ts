import type { SharePointSettings } from '../facts/graph/sharepoint-settings.ts';

/** Settings of a tenant that shares with nobody it does not know, as facts of a check, with what a case changes in them. */
export const settings = (over: Partial<SharePointSettings> = {}): { readonly settings: SharePointSettings } => ({
  settings: {
    legacyAuthentication: false,
    guestsMayReshare: false,
    sharing: 'externalUserSharingOnly',
    domainRestriction: 'allowList',
    allowedDomains: ['partner.example'],
    blockedDomains: [],
    syncRestricted: true,
    syncDomains: ['7081929a-0000-4000-8000-000000000080'],
    ...over,
  },
});

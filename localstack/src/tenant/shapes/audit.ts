import type { JsonObject } from '../json.ts';

/** An entry of the directory's audit log. */
export const directoryAudit = (
  at: number,
  category: string,
  activityDisplayName: string,
  activityDateTime: string,
  loggedByService: string,
  person: JsonObject,
): JsonObject => ({
  id: `Directory_8192a3b4_ABCDE_${at}`,
  category,
  activityDisplayName,
  activityDateTime,
  loggedByService,
  operationType: 'Update',
  result: 'success',
  resultReason: '',
  correlationId: '8192a3b4-0000-4000-8000-000000000081',
  initiatedBy: {
    app: null,
    user: { id: person['id'] ?? null, userPrincipalName: person['userPrincipalName'] ?? null, ipAddress: null },
  },
  targetResources: [
    {
      id: person['id'] ?? null,
      type: 'User',
      userPrincipalName: person['userPrincipalName'] ?? null,
      modifiedProperties: [],
    },
  ],
});

/** Something that Identity Protection noticed. */
export const riskDetection = (
  at: number,
  person: JsonObject,
  detectedDateTime: string,
  riskState: string,
  riskLevel: string,
): JsonObject => ({
  id: `6f708192a000000000000000000000000000000000000000000000000000000${at}`,
  requestId: '5e6f7081-0000-4000-8000-000000000075',
  riskEventType: 'unfamiliarFeatures',
  riskState,
  riskLevel,
  riskDetail: 'none',
  source: 'IdentityProtection',
  detectionTimingType: 'realtime',
  activity: 'signin',
  ipAddress: '198.51.100.7',
  activityDateTime: detectedDateTime,
  detectedDateTime,
  lastUpdatedDateTime: detectedDateTime,
  userId: person['id'] ?? null,
  userDisplayName: person['displayName'] ?? null,
  userPrincipalName: person['userPrincipalName'] ?? null,
  location: { city: 'Uppsala', countryOrRegion: 'SE' },
});

export const riskyUser = (
  person: JsonObject,
  riskLastUpdatedDateTime: string,
  riskState: string,
  riskLevel: string,
): JsonObject => ({
  id: person['id'] ?? null,
  userPrincipalName: person['userPrincipalName'] ?? null,
  userDisplayName: person['displayName'] ?? null,
  riskLevel,
  riskState,
  riskDetail: 'none',
  riskLastUpdatedDateTime,
  isDeleted: false,
  isProcessing: false,
});

export const provisioning = (at: number, activityDateTime: string, name: string): JsonObject => ({
  id: `92a3b4c5-0000-4000-8000-00000000008${at}`,
  activityDateTime,
  provisioningAction: 'create',
  provisioningStatusInfo: { status: 'success' },
  sourceIdentity: { displayName: name, identityType: 'User' },
  targetIdentity: { displayName: name, identityType: 'User' },
  targetSystem: { displayName: 'HR app' },
});

export const applicationUse = (at: number, appDisplayName: string, good: number, failed: number): JsonObject => ({
  id: `app-${at}`,
  appDisplayName,
  successfulSignInCount: good,
  failedSignInCount: failed,
  // nothing was counted: Graph then says -1
  successPercentage: good + failed === 0 ? -1 : Math.round((1000 * good) / (good + failed)) / 10,
});

/** Consent that a person gave for herself, or an administrator for everybody. */
export const consent = (at: number, person: JsonObject | null, scope: string): JsonObject => ({
  id: `Wm9uZQ-000${at}`,
  clientId: '5b1a7c9d-0000-4000-8000-000000000061',
  consentType: person === null ? 'AllPrincipals' : 'Principal',
  principalId: person?.['id'] ?? null,
  resourceId: '5b1a7c9d-0000-4000-8000-000000000062',
  scope,
});

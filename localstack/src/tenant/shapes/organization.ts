import type { Json, JsonObject } from '../json.ts';

/** Service plans of the all-in licence, and the one that every mail-enabled account carries without a mailbox. */
const PLANS = [
  'AAD_PREMIUM',
  'AAD_PREMIUM_P2',
  'ATP_ENTERPRISE',
  'THREAT_INTELLIGENCE',
  'LOCKBOX_ENTERPRISE',
  'ADALLOM_S_STANDALONE',
  'INTUNE_A',
  'EXCHANGE_S_ENTERPRISE',
  'EXCHANGE_S_FOUNDATION',
  'SHAREPOINTENTERPRISE',
  'TEAMS1',
  'RMS_S_PREMIUM2',
  'MIP_S_CLP2',
  'SWAY',
  'FORMS_PLAN_E5',
];

/** The tenant's subscription to everything, and a suspended old one. */
export const subscriptions: readonly JsonObject[] = [
  {
    id: 'a0000000-0000-4000-8000-000000000001_06ebc4ee-1bb5-47dd-8120-11324bc54e06',
    skuId: '06ebc4ee-1bb5-47dd-8120-11324bc54e06',
    skuPartNumber: 'SPE_E5',
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits: 12,
    prepaidUnits: { enabled: 25, suspended: 0, warning: 0, lockedOut: 0 },
    servicePlans: PLANS.map((servicePlanName) => ({
      servicePlanName,
      provisioningStatus: 'Success',
      appliesTo: 'User',
    })),
  },
  {
    id: 'a0000000-0000-4000-8000-000000000001_6fd2c87f-b296-42f0-b197-1e91e994b900',
    skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900',
    skuPartNumber: 'ENTERPRISEPACK',
    appliesTo: 'User',
    capabilityStatus: 'Suspended',
    consumedUnits: 0,
    prepaidUnits: { enabled: 0, suspended: 10, warning: 0, lockedOut: 0 },
    servicePlans: [{ servicePlanName: 'INTUNE_O365', provisioningStatus: 'PendingActivation', appliesTo: 'Company' }],
  },
];

/** The licence that a user holds. */
export const licence: JsonObject = {
  id: 'WbRt-0000',
  skuId: '06ebc4ee-1bb5-47dd-8120-11324bc54e06',
  skuPartNumber: 'SPE_E5',
  servicePlans: [{ servicePlanName: 'EXCHANGE_S_ENTERPRISE', provisioningStatus: 'Success', appliesTo: 'User' }],
};

/** What `/organization` tells of a tenant that is synchronised with a directory on premises. */
export interface Organization {
  readonly tenantId: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly initialDomain: string;
  /** When objects were last synchronised, and password hashes; null: never. */
  readonly lastSync: string;
  readonly lastPasswordSync: string | null;
}

/** By path: beta tells when passwords were last synchronised, v1.0 does not. */
export function organization(of: Organization): Readonly<Record<string, Json>> {
  const domain = (name: string, isDefault: boolean): JsonObject => ({
    name,
    isDefault,
    isInitial: !isDefault,
    type: 'Managed',
    capabilities: 'Email, OfficeCommunicationsOnline',
  });
  const common = {
    id: of.tenantId,
    displayName: of.displayName,
    tenantType: 'AAD',
    countryLetterCode: 'SE',
    onPremisesSyncEnabled: true,
    onPremisesLastSyncDateTime: of.lastSync,
    assignedPlans: ['exchange', 'SharePoint', 'MicrosoftCommunicationsOnline', 'SCO'].map((service, at) => ({
      assignedDateTime: '2024-01-10T09:00:00Z',
      capabilityStatus: 'Enabled',
      service,
      servicePlanId: `efb87545-963c-4e0d-99df-69c6916d9eb${at}`,
    })),
    verifiedDomains: [domain(of.defaultDomain, true), domain(of.initialDomain, false)],
  };
  return {
    '/organization': [common],
    'beta:/organization': [{ ...common, onPremisesLastPasswordSyncDateTime: of.lastPasswordSync }],
  };
}

/** A verified domain; null days: inherited. */
export const domain = (id: string, days: number | null, more: JsonObject = {}): JsonObject => ({
  id,
  authenticationType: 'Managed',
  availabilityStatus: null,
  isAdminManaged: true,
  isDefault: false,
  isInitial: false,
  isRoot: true,
  isVerified: true,
  supportedServices: ['Email', 'OfficeCommunicationsOnline'],
  passwordValidityPeriodInDays: days,
  passwordNotificationWindowInDays: days === null ? null : 14,
  state: null,
  serviceConfigurationRecords: [
    {
      '@odata.type': '#microsoft.graph.domainDnsTxtRecord',
      id: 'c8f4a1de-0000-4000-8000-000000000020',
      isOptional: false,
      label: id,
      recordType: 'Txt',
      supportedService: 'Email',
      ttl: 3600,
      text: 'v=spf1 include:spf.protection.outlook.com -all',
    },
    {
      '@odata.type': '#microsoft.graph.domainDnsMxRecord',
      id: 'c8f4a1de-0000-4000-8000-000000000021',
      isOptional: false,
      label: id,
      recordType: 'Mx',
      supportedService: 'Email',
      ttl: 3600,
      mailExchange: `${id.replaceAll('.', '-')}.mail.protection.outlook.com`,
      preference: 0,
    },
  ],
  ...more,
});

import type { JsonObject } from '../json.ts';

/** What a policy says beyond the empty form of it. */
export interface Policy {
  readonly id: string;
  readonly displayName: string;
  readonly state: 'enabled' | 'disabled' | 'enabledForReportingButNotEnforced';
  readonly users?: JsonObject;
  readonly applications?: JsonObject;
  readonly conditions?: JsonObject;
  readonly grantControls?: JsonObject | null;
  readonly sessionControls?: JsonObject | null;
}

const NOBODY: JsonObject = {
  includeUsers: [],
  excludeUsers: [],
  includeGroups: [],
  excludeGroups: [],
  includeRoles: [],
  excludeRoles: [],
  includeGuestsOrExternalUsers: null,
  excludeGuestsOrExternalUsers: null,
};
const ALL_RESOURCES: JsonObject = {
  includeApplications: ['All'],
  excludeApplications: [],
  includeUserActions: [],
  includeAuthenticationContextClassReferences: [],
  applicationFilter: null,
};

/** A Conditional Access policy as Graph tells it: every property is there, most of them empty or null. */
export function conditionalAccess(policy: Policy): JsonObject {
  const {
    id,
    displayName,
    state,
    users,
    applications,
    conditions,
    grantControls = null,
    sessionControls = null,
  } = policy;
  return {
    id: `2b3c4d5e-0000-4000-8000-0000000000${id}`,
    templateId: null,
    displayName,
    createdDateTime: '2025-02-01T08:00:00.0000000Z',
    modifiedDateTime: null,
    state,
    partialEnablementStrategy: null,
    conditions: {
      clientAppTypes: ['all'],
      signInRiskLevels: [],
      userRiskLevels: [],
      servicePrincipalRiskLevels: [],
      insiderRiskLevels: null,
      platforms: null,
      locations: null,
      devices: null,
      clientApplications: null,
      authenticationFlows: null,
      ...conditions,
      applications: { ...ALL_RESOURCES, ...applications },
      users: { ...NOBODY, ...users },
    },
    grantControls,
    sessionControls,
  };
}

/** Grant controls of the built-in kind. */
export const grants = (operator: 'AND' | 'OR', ...builtInControls: readonly string[]): JsonObject => ({
  operator,
  builtInControls,
  customAuthenticationFactors: [],
  termsOfUse: [],
  'authenticationStrength@odata.context':
    'https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/policies',
  authenticationStrength: null,
});

/** One of Microsoft's own authentication strengths: a grant control of its own, with no built-in ones beside it. */
export const strength = (
  id: '02' | '04',
  displayName: string,
  ...allowedCombinations: readonly string[]
): JsonObject => ({
  ...grants('OR'),
  authenticationStrength: {
    id: `00000000-0000-0000-0000-0000000000${id}`,
    displayName,
    policyType: 'builtIn',
    requirementsSatisfied: 'mfa',
    allowedCombinations,
    combinationConfigurations: [],
  },
});

import { graphList } from '../define.ts';

/** Signs that a sign-in or an account is not its owner's. What is told of them depends on the licence. */
export const riskDetections = graphList({
  name: 'graph/risk-detections',
  get: '/v1.0/identityProtection/riskDetections?$top=500',
  permissions: ['IdentityRiskEvent.Read.All'],
  read: (item) => ({
    id: item.at('id').text(),
    at: item.at('detectedDateTime').date().toISOString(),
    /** `atRisk` and `confirmedCompromised` are open; `remediated`, `dismissed`, `confirmedSafe` and `none` are settled. */
    state: item.at('riskState').text(),
    /** `hidden` below Entra ID P2. */
    level: item.at('riskLevel').text(),
    what: item.at('riskEventType').text(),
    // null for signs about something that is no user
    user: item.at('userPrincipalName').or(null, (name) => name.text()),
  }),
});

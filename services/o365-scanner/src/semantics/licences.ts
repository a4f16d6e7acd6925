/** A product bought, with its plans. */
export interface Product {
  readonly status: string;
  readonly seats: number;
  readonly plans: readonly { readonly name: string; readonly status: string }[];
}
/** A licence that controls ask for: how it is sold, and the service plans that carry it. */
export interface Licence {
  readonly name: string;
  readonly plans: readonly string[];
}

/** Names as Microsoft sells them today. Source: Microsoft's reference of product names and service plans. */
export const LICENCES = {
  entraP1: { name: 'Microsoft Entra ID P1', plans: ['AAD_PREMIUM', 'AAD_PREMIUM_P2'] },
  entraP2: { name: 'Microsoft Entra ID P2', plans: ['AAD_PREMIUM_P2'] },
  defenderP1: { name: 'Microsoft Defender for Office 365 Plan 1', plans: ['ATP_ENTERPRISE', 'THREAT_INTELLIGENCE'] },
  defenderP2: { name: 'Microsoft Defender for Office 365 Plan 2', plans: ['THREAT_INTELLIGENCE'] },
  customerLockbox: { name: 'Customer Lockbox', plans: ['LOCKBOX_ENTERPRISE'] },
  cloudApps: { name: 'Microsoft Defender for Cloud Apps', plans: ['ADALLOM_S_STANDALONE'] },
  intune: { name: 'Microsoft Intune', plans: ['INTUNE_A', 'INTUNE_A_D', 'INTUNE_A_VL', 'INTUNE_EDU', 'INTUNE_SMBIZ'] },
} as const satisfies Record<string, Licence>;

/** True where a product carries the licence: in force or in its time of grace, with seats, and the plan provisioned. */
export const carries = ({ status, seats, plans }: Product, licence: Licence): boolean =>
  (status === 'Enabled' || status === 'Warning') &&
  seats > 0 &&
  plans.some((plan) => plan.status === 'Success' && licence.plans.includes(plan.name));

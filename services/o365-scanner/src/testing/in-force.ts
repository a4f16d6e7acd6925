import type { InForce } from '../facts/exchange/precedence.ts';
import type { Place } from '../semantics/precedence.ts';

/** In force for everybody whom no other policy names. */
export const byDefault: Place = { by: 'default', rank: [2, 0] };
/** In force by a rule that a person made. */
export const byRule: Place = { by: 'rule', rank: [1, 0] };
/** In force by the Strict preset security policy. */
export const byPreset: Place = { by: 'preset security policy', rank: [0, 0] };

/** A policy in force, the first one of all unless said otherwise. */
export const put = <P>(policy: P, place: Place = byDefault, effective = true): InForce<P> => ({
  ...policy,
  place,
  effective,
});

/** The products of a tenant that holds Defender for Office 365. */
export const withDefender = {
  id: 'ENTERPRISEPREMIUM',
  status: 'Enabled',
  seats: 10,
  plans: [{ name: 'ATP_ENTERPRISE', status: 'Success' }],
};
/** Products without it. */
export const withoutDefender = {
  ...withDefender,
  id: 'ENTERPRISEPACK',
  plans: [{ name: 'EXCHANGE_S_ENTERPRISE', status: 'Success' }],
};

import { blocks, demandsMfa, type Grant, type Policy } from '../../semantics/conditional-access.ts';
import type { Demand } from './_policies.ts';

const WITHOUT_MFA = 'there is a way in without multifactor authentication';
const waysIn = ({ controls, others, strength }: Grant): number =>
  controls.length + others + (strength === null ? 0 : 1);
const nothing = (): readonly string[] => [];
/** A policy that lets in has to ask again at each risky sign-in. */
const lettingInOnce = ({ grant, session }: Policy): readonly string[] =>
  blocks(grant) || session?.signInFrequency === 'every-time' ? [] : ['it does not ask to sign in every time'];

/** Demands on risk, one for each level: a policy that acts on several levels answers several. */
export const signInRiskDemands = (levels: readonly string[], { everyTime }: { readonly everyTime: boolean }) =>
  levels.map((level): Demand => ({
    does: `blocks ${level} sign-in risk or asks for multifactor authentication`,
    conditions: ['sign-in risk'],
    lacks: ({ signInRisk, grant }) => {
      if (!signInRisk.includes(level)) return [`it is not about ${level} sign-in risk`];
      return blocks(grant) || demandsMfa(grant) ? [] : [WITHOUT_MFA];
    },
    also: everyTime ? lettingInOnce : nothing,
  }));

interface UserRisk {
  readonly everyTime: boolean;
  /** Whether the grant that lets Microsoft choose the remedy counts like a new password with a second factor. */
  readonly riskRemediationPasses: boolean;
}

/** Demands on the risk of an account, one for each level. */
export const userRiskDemands = (levels: readonly string[], { everyTime, riskRemediationPasses }: UserRisk) =>
  levels.map((level): Demand => ({
    does: `blocks ${level} user risk or asks for a new password with multifactor authentication`,
    conditions: ['user risk'],
    lacks: ({ userRisk, grant }) => {
      if (!userRisk.includes(level)) return [`it is not about ${level} user risk`];
      if (blocks(grant)) return [];
      const remedies = riskRemediationPasses && grant !== null && grant.controls.includes('riskRemediation');
      // offered as one of several ways in, it is no demand
      const remedied = remedies && (grant.operator === 'AND' || waysIn(grant) === 1);
      const changed = grant?.operator === 'AND' && grant.controls.includes('passwordChange') && demandsMfa(grant);
      const lack = 'it does not ask for a new password together with multifactor authentication';
      return remedied || changed ? [] : [lack];
    },
    also: everyTime ? lettingInOnce : nothing,
  }));

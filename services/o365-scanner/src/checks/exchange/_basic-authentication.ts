import { notAssessed, source, target, type Judgement, type Source } from '@cis-scan/engine';
import { conditionalAccessPolicies } from '../../facts/graph/conditional-access-policies.ts';
import { secureScores } from '../../facts/secure-score/scores.ts';
import { reported, type ReportedNeeds } from '../_reported.ts';
import { LEGACY_OPTIONS, legacyAuthentication } from '../entra/_legacy-authentication.ts';

/** Whether a sign-in that is refused before it reaches Exchange may stand for Exchange's own setting. */
export type Proof = { readonly indirectProofPasses: boolean };

const silent = (fact: string, detail: string): readonly Judgement[] => [
  notAssessed({ fact, cause: 'unsupported', rights: [], detail }, target),
];
const NOT_TAKEN = 'what is refused at sign-in is not taken for proof of what Exchange allows';

/**
 * Legacy authentication blocked at sign-in: then a bare password comes nowhere near Exchange, and the setting there
 * makes no difference. Not blocked, it proves nothing either way.
 */
export const byConditionalAccess = source<typeof legacyAuthentication.needs, Proof>({
  needs: legacyAuthentication.needs,
  evaluate(facts, { indirectProofPasses }, context) {
    if (!indirectProofPasses) return silent(conditionalAccessPolicies.name, NOT_TAKEN);
    const judged = legacyAuthentication.evaluate(facts, LEGACY_OPTIONS, context);
    if (judged.every((j) => j.verdict === 'pass')) {
      return judged.map((j) => ({ ...j, reason: `indirect evidence, Exchange itself was not read: ${j.reason}` }));
    }
    return silent(
      conditionalAccessPolicies.name,
      'sign-ins with legacy authentication are not shown to be blocked, which says nothing of Exchange itself',
    );
  },
});

const score = reported('BlockLegacyAuthentication', {
  below: 'manual',
  approximate: 'what is blocked at sign-in, not what Exchange allows',
});

/** Microsoft's word on the same. */
export const byScore: Source<ReportedNeeds, Proof> = source<ReportedNeeds, Proof>({
  needs: score.needs,
  evaluate: (facts, { indirectProofPasses }, context) =>
    indirectProofPasses ? score.evaluate(facts, {}, context) : silent(secureScores.name, NOT_TAKEN),
});

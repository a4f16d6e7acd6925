import { fail, saw, target, type Fact, type Judgement, type Listing } from '@cis-scan/engine';

/**
 * One policy in force that is set as wanted is enough. Where there is none, the sentence says of each what it lacks; one
 * whose settings nobody told leaves it open.
 */
export function oneInForce<P>(
  policies: Listing<P>,
  { what, fact }: { readonly what: string; readonly fact: Fact<unknown> },
  judge: (policy: P) => Judgement,
): readonly Judgement[] {
  return policies.any(
    judge,
    (judged) => {
      const untold = judged.filter((one) => one.verdict === 'not-assessed');
      if (untold.length > 0) return untold;
      if (judged.length === 0) return fail(target, `no ${what} is in force for anybody`, saw(fact, { inForce: 0 }));
      const lacks = judged.map((one) => one.reason).join('. ');
      return fail(target, `no ${what} in force is set as wanted. ${lacks}`, ...judged.flatMap((one) => one.evidence));
    },
    { about: target },
  );
}

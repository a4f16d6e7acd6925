import { Type, type Static } from 'typebox';
import { Assessment, Basis, Confidence, Counts, nullable, Suggestion, Verdict } from './words.ts';
import { Result } from './result.ts';

/** A control of a benchmark version that a finding answers. */
export const Answer = Type.Object(
  {
    benchmark: Type.String(),
    control: Type.String(),
    level: Type.String(),
    assessment: Assessment,
    confidence: Confidence,
  },
  { additionalProperties: false },
);
export type Answer = Static<typeof Answer>;

/** What one question (a check with its options) found. A report is complete when every row of its benchmarks has its finding. */
export const Finding = Type.Object(
  {
    /** The check and its sorted options. */
    question: Type.String(),
    check: Type.String(),
    title: Type.String(),
    why: Type.String(),
    fix: Type.String(),
    answers: Type.Array(Answer, { minItems: 1 }),
    verdict: Verdict,
    suggested: nullable(Suggestion),
    basis: nullable(Basis),
    reason: Type.String({ minLength: 1 }),
    /** Rights that were refused, as the provider spells them; sorted, unique. */
    missing: Type.Array(Type.String()),
    /** Over all results, also where `results` was cut for an event. */
    counts: Counts,
    /** Worst first. In an event at most 50; in the stored rows all of them. */
    results: Type.Array(Result),
  },
  { additionalProperties: false },
);
export type Finding = Static<typeof Finding>;

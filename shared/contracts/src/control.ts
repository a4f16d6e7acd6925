import { Type, type Static } from 'typebox';
import { Assessment, Basis, Confidence, Counts, nullable, Suggestion, Verdict } from './words.ts';
import { Result } from './result.ts';

/** One control as everybody sees it: `--json`, `/controls` and report.json share this shape. */
export const Control = Type.Object(
  {
    control: Type.String(),
    title: Type.String(),
    level: Type.String(),
    assessment: Assessment,
    confidence: Confidence,
    check: Type.String(),
    verdict: Verdict,
    suggested: nullable(Suggestion),
    basis: nullable(Basis),
    reason: Type.String({ minLength: 1 }),
    missing: Type.Array(Type.String()),
    counts: Counts,
    resources: Type.Array(Result),
  },
  { additionalProperties: false },
);
export type Control = Static<typeof Control>;

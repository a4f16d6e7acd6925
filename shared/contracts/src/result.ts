import { Type, type Static } from 'typebox';
import { Cause, Instant, nullable, Verdict } from './words.ts';

/** The fields that decided, the operation they came from, and when it was asked. */
export const Evidence = Type.Object(
  { source: Type.String(), readAt: Instant, fields: Type.Record(Type.String(), Type.Unknown()) },
  { additionalProperties: false },
);
export type Evidence = Static<typeof Evidence>;

/** One verdict about one resource. (id, region) is unique within a control. */
export const Result = Type.Object(
  {
    /** The ARN wherever AWS defines one; the account id for account and region rows; GUID, domain or tenant id for M365. */
    id: Type.String(),
    /** `null` for IAM, account-wide rows and M365. */
    region: nullable(Type.String()),
    verdict: Verdict,
    cause: nullable(Cause),
    reason: Type.String({ minLength: 1 }),
    evidence: Type.Array(Evidence),
  },
  { additionalProperties: false },
);
export type Result = Static<typeof Result>;

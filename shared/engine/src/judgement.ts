import type { Cause, Suggestion, Verdict } from '@cis-scan/contracts';
import type { Fact } from './fact.ts';
import type { Gap } from './reading.ts';

/** What a judgement is about. Items of a listing fit as they are; no id means the target itself (account or tenant). */
export interface Where {
  readonly id?: string | undefined;
  readonly region?: string | null | undefined;
}
/** The account or tenant as a whole. */
export const target: Where = {};
/** The account in one region. */
export const inRegion = (region: string): Where => ({ region });

/** Fields that decided, and the fact they were seen in; operation and time are filled in from its reading. */
export interface Saw {
  readonly fact: Fact<unknown>;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Where the answer tells its own age (credential report, Secure Score): that moment instead of the reading's. */
  readonly readAt?: Date | undefined;
}
/** Evidence for a judgement. `fact` must be one that was read; a derived fact has no evidence of its own. */
export const saw = (fact: Fact<unknown>, fields: Readonly<Record<string, unknown>>, readAt?: Date): Saw => ({
  fact,
  fields,
  readAt,
});

/** One verdict of a check about one resource. */
export interface Judgement {
  readonly verdict: Verdict;
  /** `null`: the target itself. */
  readonly id: string | null;
  readonly region: string | null;
  /** A sentence that names the value found, the value wanted and where. */
  readonly reason: string;
  readonly evidence: readonly Saw[];
  readonly suggested: Suggestion | null;
  readonly cause: Cause | null;
  /** Rights that were refused. */
  readonly rights: readonly string[];
}

const say =
  (verdict: Verdict) =>
  (where: Where, reason: string, ...evidence: readonly Saw[]): Judgement => ({
    verdict,
    id: where.id ?? null,
    region: where.region ?? null,
    reason,
    evidence,
    suggested: null,
    cause: null,
    rights: [],
  });

/** The resource complies. */
export const pass = say('pass');
/** The resource does not comply. */
export const fail = say('fail');
/** A person decides; the evidence is for them. */
export const manual = say('manual');
/** There is nothing to judge; the reason says why. */
export const notApplicable = say('not-applicable');

/** A manual judgement with what the evidence points to. */
export const suggesting = (suggested: Suggestion, judgement: Judgement): Judgement => ({ ...judgement, suggested });

const ofGap = (verdict: Verdict, gap: Gap, where: Where | undefined, reason: string): Judgement => ({
  verdict,
  id: (where ? where.id : gap.resource) ?? null,
  region: where?.region ?? gap.region ?? null,
  reason,
  evidence: [],
  suggested: null,
  cause: gap.cause,
  rights: gap.rights,
});

const unread = ({ resource, region, detail }: Gap): string =>
  `${resource ? `${resource} ` : ''}could not be read${region ? ` in ${region}` : ''}: ${detail}`
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Something unread: never pass, never fail. The row is about the resource or region that the gap names, unless `where`
 * says that another one is judged by it.
 */
export const notAssessed = (gap: Gap, where?: Where): Judgement => ofGap('not-assessed', gap, where, unread(gap));

/** For controls that a person decides in any case: unread evidence leaves them manual and names the right. */
export const manualUnread = (gap: Gap, where?: Where): Judgement =>
  ofGap('manual', gap, where, `a person decides; evidence is missing: ${unread(gap)}`);

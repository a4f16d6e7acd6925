import {
  VERDICTS,
  type Basis,
  type Counts,
  type Evidence,
  type Finding,
  type Result,
  type Verdict,
} from '@cis-scan/contracts';
import type { Context } from './check.ts';
import type { Fact } from './fact.ts';
import type { Judgement, Saw } from './judgement.ts';
import type { Question } from './plan.ts';
import type { Gap } from './reading.ts';

/** The verdict of a whole finding: the first, in the order of VERDICTS, that any part bears. */
export function worst(parts: readonly { readonly verdict: Verdict }[]): Verdict {
  const found = VERDICTS.find((v) => parts.some((part) => part.verdict === v));
  if (found === undefined) throw new Error('a check must say something, also about an empty account');
  return found;
}

/** How many parts bear each verdict. */
export function countVerdicts(parts: readonly { readonly verdict: Verdict }[]): Counts {
  const counts: Counts = { pass: 0, fail: 0, manual: 0, 'not-applicable': 0, 'not-assessed': 0 };
  for (const { verdict } of parts) counts[verdict]++;
  return counts;
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Worst verdict first, then region (none first), then id. */
export const compareResults = (a: Result, b: Result): number =>
  VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
  byCodePoint(a.region ?? '', b.region ?? '') ||
  byCodePoint(a.id, b.id);

function evidenceOf(seen: Saw, readAt: (fact: Fact<unknown>) => string | undefined, context: Context): Evidence {
  if (seen.fact.source === null) throw new Error(`${seen.fact.name} is derived: evidence names the facts behind it`);
  const at = seen.readAt?.toISOString() ?? readAt(seen.fact) ?? context.now.toISOString();
  return { source: seen.fact.source, readAt: at, fields: { ...seen.fields } };
}

/** One result per (id, region): several judgements about one resource become the worst of them, with all their evidence. */
function merge(results: readonly Result[]): readonly Result[] {
  const byPlace = new Map<string, Result>();
  for (const result of results) {
    const place = JSON.stringify([result.id, result.region]);
    const known = byPlace.get(place);
    if (!known) byPlace.set(place, result);
    else {
      const verdict = worst([known, result]);
      const bearing = [known, result].filter((r) => r.verdict === verdict);
      byPlace.set(place, {
        ...(bearing[0] ?? result),
        reason: [...new Set(bearing.map((r) => r.reason))].join('; '),
        evidence: [...known.evidence, ...result.evidence],
      });
    }
  }
  return [...byPlace.values()].sort(compareResults);
}

/** One sentence for the whole: the only reason, or how many resources bear the verdict and what the first of them says. */
function sentence(verdict: Verdict, results: readonly Result[]): string {
  const bearing = results.filter((r) => r.verdict === verdict);
  const first = bearing[0];
  if (!first) throw new Error('no result bears the verdict');
  if (results.length === 1) return first.reason;
  const word = {
    fail: 'fail',
    pass: 'pass',
    manual: 'need a person',
    'not-assessed': 'could not be assessed',
    'not-applicable': 'are not applicable',
  };
  return `${bearing.length} of ${results.length} ${word[verdict]}; the first is ${first.id}${first.region ? ` (${first.region})` : ''}: ${first.reason}`;
}

const BASES: readonly Basis[] = ['reported', 'dns', 'direct'];
function basisOf(verdict: Verdict, judged: readonly Judgement[]): Basis | null {
  if (verdict === 'manual' || verdict === 'not-assessed') return null;
  const seen = judged.filter((j) => j.verdict === verdict).flatMap((j) => j.evidence.map((e) => e.fact.basis));
  return BASES.find((basis) => seen.includes(basis)) ?? 'direct';
}

function suggestionOf(verdict: Verdict, judged: readonly Judgement[]): Finding['suggested'] {
  const manual = judged.filter((j) => j.verdict === 'manual');
  if (verdict !== 'manual') return null;
  if (manual.some((j) => j.suggested === 'fail')) return 'fail';
  return manual.every((j) => j.suggested === 'pass') ? 'pass' : null;
}

/**
 * Makes the finding of a question from what its check judged. `gaps` are those of its direct needs, so that a refused
 * optional source is named too.
 */
export function findingOf(
  question: Question,
  judged: readonly Judgement[],
  gaps: readonly Gap[],
  readAt: (fact: Fact<unknown>) => string | undefined,
  context: Context,
): Finding {
  const results = merge(
    judged.map((j) => ({
      id: j.id ?? context.target.account,
      region: j.region,
      verdict: j.verdict,
      cause: j.cause,
      reason: j.reason,
      evidence: j.evidence.map((seen) => evidenceOf(seen, readAt, context)),
    })),
  );
  const verdict = worst(judged);
  const { id, checkId, check, answers } = question;
  return {
    question: id,
    check: checkId,
    title: check.title,
    why: check.why,
    fix: check.fix,
    answers: [...answers],
    verdict,
    suggested: suggestionOf(verdict, judged),
    basis: basisOf(verdict, judged),
    reason: sentence(verdict, results),
    missing: [...new Set([...judged, ...gaps].flatMap((x) => x.rights))].sort(),
    counts: countVerdicts(results),
    results: [...results],
  };
}

import type { Finding, Result } from '@cis-scan/contracts';
import { compareResults } from '@cis-scan/engine';
import { bytesOf } from '@cis-scan/runtime';
import { cutText, cutValue } from './text.ts';

/** What of a finding travels in an event. */
export const MAX_FINDING_BYTES = 32_000;
export const MAX_RESULTS = 50;
const MAX_MISSING = 50;

const size = (value: unknown): number => bytesOf(JSON.stringify(value));

const cutResult = (result: Result): Result => ({
  id: cutText(result.id),
  region: result.region === null ? null : cutText(result.region),
  verdict: result.verdict,
  cause: result.cause,
  reason: cutText(result.reason),
  evidence: result.evidence.map(({ source, readAt, fields }) => ({
    source,
    readAt,
    fields: cutValue(fields) as Record<string, unknown>,
  })),
});

/** As many of the results as fit, from the first on; a result whose evidence alone is too large goes without it. */
function fitting(results: readonly Result[], bytes: number): Result[] {
  const kept: Result[] = [];
  let room = bytes;
  for (const result of results) {
    const whole = cutResult(result);
    const bare = { ...whole, evidence: [] };
    const next = size(whole) < room ? whole : bare;
    room -= size(next) + 1;
    if (room < 0) break;
    kept.push(next);
  }
  return kept;
}

/**
 * A finding small enough for an event: bounded texts, the worst results first and at most 50 of them, together at most
 * 32 KB. Verdict and counts stay those of the whole finding.
 */
export function cutFinding(finding: Finding): Finding {
  const frame: Finding = {
    question: finding.question,
    check: finding.check,
    title: cutText(finding.title),
    why: cutText(finding.why),
    fix: cutText(finding.fix),
    answers: finding.answers,
    verdict: finding.verdict,
    suggested: finding.suggested,
    basis: finding.basis,
    reason: cutText(finding.reason),
    missing: finding.missing.slice(0, MAX_MISSING).map((right) => cutText(right, 128)),
    counts: finding.counts,
    results: [],
  };
  const worst = finding.results.toSorted(compareResults).slice(0, MAX_RESULTS);
  return { ...frame, results: fitting(worst, MAX_FINDING_BYTES - size(frame)) };
}

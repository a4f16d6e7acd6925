import type { FailedTarget, Warning } from '@cis-scan/contracts';
import type { AttemptItem, Outcome, RequestedTarget, ScanItems } from '@cis-scan/scan-table';
import type { AttemptFindings } from './findings.ts';
import type { CompletedTarget, ScanOutcome } from './report/index.ts';

/** How the findings of an attempt are read: all of them, or as published. */
export type ReadFindings = (attempt: AttemptItem) => Promise<AttemptFindings>;

const ROWS_MISSING: Warning = {
  code: 'results-cut',
  detail: 'The full list of resources is missing for some controls: their worst 50 are shown; the counts are complete.',
  missing: [],
};

/** Outcome by target; `null` while one is open. */
export function outcomesOf({ request, targets }: ScanItems): ReadonlyMap<number, Outcome> | null {
  const outcomes = new Map(targets.map(({ targetId, outcome }) => [targetId, outcome]));
  return request.targets.every(({ targetId }) => outcomes.has(targetId)) ? outcomes : null;
}

/** A completed target with what its winning attempt found. */
export async function completedTarget(
  asked: RequestedTarget,
  attempt: AttemptItem,
  read: ReadFindings,
): Promise<CompletedTarget> {
  const { header } = attempt;
  if (header === null) throw new Error('a whole attempt has no header');
  const { findings, cut } = await read(attempt);
  const warnings = cut ? [...attempt.warnings, ROWS_MISSING] : attempt.warnings;
  return { header, warnings, benchmarks: asked.benchmarks, findings };
}

function failedTarget(
  asked: RequestedTarget,
  attempts: readonly AttemptItem[],
  reason: string,
  detail: string,
): FailedTarget {
  const { provider, account, cloud, name, regions } = asked;
  const started = attempts.map(({ startedAt }) => startedAt).sort()[0] ?? null;
  return {
    target: { provider, account, name, cloud, regions: regions && [...regions], startedAt: started },
    error: { reason, detail },
  };
}

/** A scan all of whose targets have an outcome, in the order of the request. */
export async function scanOutcome(items: ScanItems, read: ReadFindings): Promise<ScanOutcome> {
  const targets = await Promise.all(
    items.request.targets.map((asked) => {
      const outcome = items.targets.find(({ targetId }) => targetId === asked.targetId)?.outcome;
      const attempts = items.attempts.filter(({ targetId }) => targetId === asked.targetId);
      if (outcome?.kind === 'failed') return failedTarget(asked, attempts, outcome.reason, outcome.detail);
      const winner = attempts.find(({ attemptId }) => attemptId === outcome?.attemptId);
      if (!winner) throw new Error('a target has no winning attempt');
      return completedTarget(asked, winner, read);
    }),
  );
  const { requestId, createdAt } = items.request;
  return { requestId, createdAt, targets };
}

/** When the last outcome was decided: the time of a report, the same however often it is built. */
export const decidedAt = ({ targets, request }: ScanItems): string =>
  targets.reduce((last, { updatedAt }) => (updatedAt > last ? updatedAt : last), request.createdAt);

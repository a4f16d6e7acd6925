import type { EventDetail, ScanEvent } from '@cis-scan/contracts';
import type { BenchmarkSummary } from '@cis-scan/contracts';
import { buildTargetDocument, DocumentError, summarise } from '@cis-scan/document';
import { allDone, type AttemptItem, type AttemptRef, type Outcome, type ScanItems } from '@cis-scan/scan-table';
import { closeScan } from './close.ts';
import type { Context } from './context.ts';
import { publishedFindings } from './findings.ts';
import { completedTarget } from './outcome.ts';

/** Events about one target of a scan. */
export type TargetEvent = Extract<
  ScanEvent,
  { type: 'TargetScanStarted' | 'FindingsRecorded' | 'TargetScanCompleted' | 'TargetScanFailed' }
>;

const failed = (reason: string, detail: string): Outcome => ({ kind: 'failed', reason, detail });

/**
 * Collects what scanners tell. Events come at least once, in any order, from several attempts at the same target, and
 * this code may be killed between any two steps: every step can be repeated, and whoever repeats it goes on to the end.
 */
export async function collect(context: Context, event: TargetEvent): Promise<void> {
  const { table, store } = context;
  const { scanId, targetId } = event.detail;
  const state = await table.readState(scanId);
  // Deleted scans stay deleted; a scan with its report takes nothing more.
  if (state === null || state.report !== null || targetId >= state.total) return;
  const attemptOf = (attemptId: string): AttemptRef => ({ scanId, targetId, attemptId, expiresAt: state.expiresAt });

  switch (event.type) {
    case 'TargetScanStarted':
      return table.recordStarted(attemptOf(event.detail.attemptId), event.detail.planned, context.now());
    case 'FindingsRecorded': {
      const { attemptId, chunk, rows, findings } = event.detail;
      // The body first: what is counted must be there for whoever builds the report.
      await store.putChunk({ scanId, targetId, attemptId, chunk }, { rows, findings });
      const attempt = await table.recordChunk(attemptOf(attemptId), chunk, findings.length, context.now());
      return ifWhole(context, attempt, state.expiresAt);
    }
    case 'TargetScanCompleted': {
      const attempt = await table.recordCompleted(
        attemptOf(event.detail.attemptId),
        wholeOf(event.detail),
        context.now(),
      );
      return ifWhole(context, attempt, state.expiresAt);
    }
    case 'TargetScanFailed':
      return failTarget(context, scanId, targetId, failed(event.detail.reason, event.detail.detail), state.expiresAt);
  }
}

const wholeOf = ({ chunks, planned, target, warnings }: EventDetail<'TargetScanCompleted'>) => ({
  chunks,
  planned,
  header: target,
  warnings,
});

/** Step 3 for an attempt of which everything is there; until then nothing happens. */
async function ifWhole(context: Context, attempt: AttemptItem, expiresAt: number): Promise<void> {
  if (attempt.want === null || attempt.got.size !== attempt.want) return;
  const { scanId, targetId } = attempt;
  const items = await context.table.readScan(scanId);
  if (items === null) return;
  const decided = await judge(context, items, attempt);
  if (decided === null) return;
  const { outcome, benchmarks } = decided;
  await context.table.closeTarget(scanId, targetId, outcome, benchmarks, expiresAt, context.now());
  // Also who lost goes on: the winner may have died right after winning.
  await markDone(context, scanId, targetId);
}

interface Decided {
  readonly outcome: Outcome;
  readonly benchmarks: readonly BenchmarkSummary[];
}

/** What a whole attempt is worth; `null` where it is not about the target that was asked for. */
async function judge(context: Context, items: ScanItems, attempt: AttemptItem): Promise<Decided | null> {
  const asked = items.request.targets.find(({ targetId }) => targetId === attempt.targetId);
  const { header } = attempt;
  if (!asked || !header || header.provider !== asked.provider || header.account !== asked.account) {
    // A job that outlived its deleted scan, whose id was used again.
    context.log.warn({ attemptId: attempt.attemptId }, 'an attempt at another account than the one asked for');
    return null;
  }
  try {
    const target = await completedTarget(asked, attempt, (it) => publishedFindings(context.store, it));
    // A benchmark row without its finding would simply be absent from the document.
    const { planned } = attempt;
    if (planned !== null && target.findings.length !== planned) {
      throw new DocumentError(`${target.findings.length} findings of ${planned} that were planned`);
    }
    const document = buildTargetDocument(target.header, target.warnings, target.benchmarks, target.findings);
    return {
      outcome: { kind: 'completed', attemptId: attempt.attemptId },
      benchmarks: document.benchmarks.map(summarise),
    };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    // No half targets: findings that do not answer their benchmarks make none at all.
    context.log.error({ err: error }, 'the findings of a whole attempt make no document');
    return {
      outcome: failed('incomplete', 'The scan ended with findings that do not answer its benchmarks.'),
      benchmarks: [],
    };
  }
}

/** Steps 3', 4 and 5: a target without outcome fails, and the scan goes on to its end. */
export async function failTarget(
  context: Context,
  scanId: string,
  targetId: number,
  outcome: Outcome,
  expiresAt: number,
): Promise<void> {
  await context.table.closeTarget(scanId, targetId, outcome, [], expiresAt, context.now());
  await markDone(context, scanId, targetId);
}

/** Step 4, and 5 if this was the last target. */
async function markDone(context: Context, scanId: string, targetId: number): Promise<void> {
  const state = await context.table.addDone(scanId, targetId);
  if (state !== null && allDone(state)) await closeScan(context, scanId);
}

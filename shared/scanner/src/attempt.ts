import type { Job } from '@cis-scan/contracts';
import type { Plan } from '@cis-scan/engine';
import { isDefect, timeLimit, waitOut, type Logger } from '@cis-scan/runtime';
import type { Announcer } from './announce.ts';
import { grouped, type GroupLimits } from './group.ts';
import { TargetRefused, type OpenTarget, type ScanProvider } from './provider.ts';

export interface AttemptOptions {
  readonly provider: ScanProvider;
  readonly announce: Announcer;
  readonly log: Logger;
  /** Ends the attempt without a word: the message was lost, the service stops, or the scan's deadline is over. */
  readonly signal: AbortSignal;
  /** Ends the reading: the attempt completes with what it has. */
  readonly timeLimitMs: number;
  readonly limits?: GroupLimits;
  readonly pauseFor?: (tries: number) => number;
}

/** The scan itself broke off, by a defect of ours. Another attempt may do better; the count of receives ends it. */
export class ScanBroken extends Error {
  constructor(cause: unknown) {
    super('the scan broke off', { cause });
    this.name = 'ScanBroken';
  }
}

/** What an attempt came to, for log and metrics. */
export interface AttemptResult {
  readonly chunks: number;
  readonly findings: number;
  readonly notAssessed: number;
}

async function planFor(provider: ScanProvider, benchmarks: readonly string[]): Promise<Plan> {
  try {
    return await provider.plan(benchmarks);
  } catch (error) {
    throw error instanceof TargetRefused ? error : new ScanBroken(error);
  }
}

/** Opens the target; an outage on the way is waited out, though no longer than a scan may take. */
async function openTarget(job: Job, plan: Plan, options: AttemptOptions): Promise<OpenTarget> {
  const { provider, log, signal, timeLimitMs, pauseFor } = options;
  const timeUp = timeLimit(timeLimitMs, 'the target could not be opened in time');
  try {
    return await waitOut(() => provider.open(job, plan), {
      log,
      what: 'open the target',
      signal: AbortSignal.any([signal, timeUp.signal]),
      isFinal: (error) => error instanceof TargetRefused || isDefect(error),
      ...(pauseFor ? { pauseFor } : {}),
    });
  } catch (error) {
    signal.throwIfAborted();
    if (!timeUp.signal.aborted || error instanceof TargetRefused || isDefect(error)) throw error;
    throw new TargetRefused(
      'unreachable',
      'The target could not be opened for a long time: nobody answered. Scan again later.',
    );
  } finally {
    timeUp.cancel();
  }
}

/** The findings of a source whose faults are told apart from faults of what is done with them. */
async function* guarded<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    throw new ScanBroken(error);
  }
}

/**
 * One attempt at a job, from Started to Completed: each group of findings is stored and published while the scan runs.
 * Throws TargetRefused, ScanBroken, or the reason of `signal`.
 */
export async function attempt(job: Job, attemptId: string, options: AttemptOptions): Promise<AttemptResult> {
  const { provider, announce, signal, timeLimitMs, limits } = options;
  const plan = await planFor(provider, job.benchmarks);
  const planned = plan.questions.length;
  await announce.started(attemptId, planned);
  const target = await openTarget(job, plan, options);
  const timeUp = timeLimit(timeLimitMs, 'the time for this target is up');
  try {
    // Both end the calls under way; only `signal` ends the attempt, within `grouped`.
    const reading = AbortSignal.any([signal, timeUp.signal]);
    let chunks = 0;
    let findings = 0;
    let notAssessed = 0;
    for await (const group of grouped(guarded(target.scan(reading)), signal, limits)) {
      signal.throwIfAborted();
      await announce.chunk(attemptId, chunks, group);
      chunks += 1;
      findings += group.whole.length;
      notAssessed += group.whole.filter(({ verdict }) => verdict === 'not-assessed').length;
    }
    signal.throwIfAborted();
    const warnings = [...job.warnings, ...target.warnings];
    await announce.completed(attemptId, { chunks, planned, target: target.header, warnings });
    return { chunks, findings, notAssessed };
  } finally {
    timeUp.cancel();
    await target.close();
  }
}

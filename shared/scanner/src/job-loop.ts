import { randomUUID } from 'node:crypto';
import type { Job } from '@cis-scan/contracts';
import {
  childTraceparent,
  emitMetric,
  timeLimit,
  traceIdOf,
  type Bus,
  type Logger,
  type Metric,
} from '@cis-scan/runtime';
import type { Handle, Outcome, Received } from '@cis-scan/runtime';
import { announcer, type Announcer } from './announce.ts';
import { attempt, ScanBroken } from './attempt.ts';
import type { GroupLimits } from './group.ts';
import { readJob, type About } from './job-message.ts';
import { TargetRefused, type ScanProvider } from './provider.ts';
import type { RowStore } from './rows.ts';

export interface JobLoopOptions {
  readonly provider: ScanProvider;
  readonly bus: Bus;
  readonly rows: RowStore;
  readonly log: Logger;
  /** What one target may take before the rest is a gap. */
  readonly targetTimeLimitSeconds: number;
  readonly now?: () => Date;
  readonly limits?: GroupLimits;
  readonly emit?: (metric: Metric) => void;
  readonly pauseFor?: (tries: number) => number;
}

/** A job that crashed its scanner so often is given up; two more receives remain before the dead-letter queue. */
export const LAST_RECEIVE = 10;
const AFTER_BROKEN_SECONDS = 30;

const WORDS = {
  deadline: 'The deadline of the scan passed before this target was scanned.',
  gaveUp: `The scan of this target was begun ${LAST_RECEIVE} times and never came to its end. Our operators see it; other targets are not concerned.`,
  'future-version': 'The job was written by a newer version of the service than the scanner that took it. Scan again.',
  malformed: 'The job could not be read. Our operators find it in the dead-letter queue.',
} as const;

/** A job that nobody can read: answered for from its attributes, and left to the dead-letter queue. */
async function answerUnreadable(
  announce: Announcer | null,
  why: 'future-version' | 'malformed',
  log: Logger,
): Promise<Outcome> {
  log.error({ why, answered: announce !== null }, 'a job could not be read');
  await announce?.failed(null, 'job-unreadable', WORDS[why]);
  // Back at once: each receive brings it nearer to the dead-letter queue, and the jobs behind it should not wait.
  return 'again';
}

/**
 * What a scanner does with a message of its queue. Everything it says goes out before the message is deleted, so a scanner
 * may die at any point: the message comes again and is a new attempt.
 */
export function jobHandler(options: JobLoopOptions): Handle {
  const { provider, bus, rows, log: serviceLog, now = () => new Date(), emit = emitMetric, pauseFor } = options;

  const announce = (message: Received, about: About, log: Logger, signal: AbortSignal): Announcer =>
    announcer({
      bus,
      rows,
      about,
      traceparent: childTraceparent(message.attributes['traceparent']),
      log,
      signal,
      ...(pauseFor ? { pauseFor } : {}),
    });

  const run = async (job: Job, message: Received, log: Logger, given: AbortSignal): Promise<Outcome> => {
    const leftMs = Date.parse(job.notAfter) - now().getTime();
    const say = announce(message, job, log, given);
    if (leftMs <= 0) {
      await say.failed(null, 'deadline', WORDS.deadline);
      return 'done';
    }
    if (message.receiveCount >= LAST_RECEIVE) {
      await say.failed(null, 'gave-up', WORDS.gaveUp);
      return 'done';
    }
    const attemptId = randomUUID();
    const attemptLog = log.child({ attemptId });
    const deadline = timeLimit(leftMs, 'the deadline of the scan passed');
    const signal = AbortSignal.any([given, deadline.signal]);
    const began = performance.now();
    const measure = (outcome: string, notAssessed = 0, findings = 0): void =>
      emit({
        dimensions: { provider: job.provider, outcome },
        values: {
          targets: { value: 1, unit: 'Count' },
          duration: { value: performance.now() - began, unit: 'Milliseconds' },
          queueAge: { value: now().getTime() - message.sentAt.getTime(), unit: 'Milliseconds' },
          ...(findings > 0 ? { notAssessedShare: { value: (100 * notAssessed) / findings, unit: 'Percent' } } : {}),
        },
        properties: { scanId: job.scanId, targetId: job.targetId, attemptId },
      });
    attemptLog.info({ account: job.account, benchmarks: job.benchmarks, receive: message.receiveCount }, 'scan begins');
    try {
      const done = await attempt(job, attemptId, {
        provider,
        announce: announce(message, job, attemptLog, signal),
        log: attemptLog,
        signal,
        timeLimitMs: options.targetTimeLimitSeconds * 1000,
        ...(options.limits ? { limits: options.limits } : {}),
        ...(pauseFor ? { pauseFor } : {}),
      });
      attemptLog.info(done, 'scan completed');
      measure('completed', done.notAssessed, done.findings);
      return 'done';
    } catch (error) {
      if (given.aborted) {
        attemptLog.info({ err: given.reason }, 'scan given back');
        return 'again';
      }
      if (error instanceof TargetRefused || deadline.signal.aborted) {
        const { reason, detail } =
          error instanceof TargetRefused ? error : { reason: 'deadline', detail: WORDS.deadline };
        attemptLog.warn({ reason, detail }, 'target failed');
        await say.failed(attemptId, reason, detail);
        measure('failed');
        return 'done';
      }
      if (!(error instanceof ScanBroken)) throw error;
      attemptLog.error({ err: error }, 'the scan broke off by a defect of our own');
      measure('broken');
      return { againAfterSeconds: AFTER_BROKEN_SECONDS };
    } finally {
      deadline.cancel();
    }
  };

  return async (message, signal) => {
    const read = readJob(message);
    if (read.kind === 'unreadable') {
      const log = serviceLog.child({ ...read.about, messageId: message.messageId });
      return answerUnreadable(read.about && announce(message, read.about, log, signal), read.why, log);
    }
    const { job } = read;
    const trace = traceIdOf(message.attributes['traceparent']);
    const log = serviceLog.child({ scanId: job.scanId, targetId: job.targetId, ...(trace ? { trace } : {}) });
    return run(job, message, log, signal);
  };
}

import type { Finding } from '@cis-scan/contracts';
import type { Context } from './check.ts';
import { collector, type Collector } from './collect.ts';
import { findingOf } from './finding.ts';
import { notAssessed, type Judgement } from './judgement.ts';
import type { Plan, Question } from './plan.ts';
import { gapOf } from './reading.ts';

export interface ScanOptions extends Context {
  /** The scan's time limit: what is unread when it fires becomes a gap `timed-out`, and the scan completes. */
  readonly signal?: AbortSignal;
}

async function answer(question: Question, facts: Collector, context: Context): Promise<Finding> {
  const { check, options } = question;
  const { reading, gaps } = await facts.gather(check.needs);
  const make = (judged: readonly Judgement[]): Finding => findingOf(question, judged, gaps, facts.readAt, context);
  try {
    return make(
      reading.ok ? check.evaluate(reading.value as never, options as never, context) : [notAssessed(reading.gap)],
    );
  } catch (error) {
    // a defect of ours is never a verdict about them
    return make([notAssessed(gapOf(question.id, error))]);
  } finally {
    facts.release(check.needs);
  }
}

/**
 * Findings in the order in which they become ready. The caller decides whether they go to a bus or to a terminal.
 * `source` is handed to the facts as it is.
 */
export async function* scan(plan: Plan, source: unknown, options: ScanOptions): AsyncGenerator<Finding> {
  const facts = collector(plan, source, options.signal);
  const context: Context = { now: options.now, target: options.target };
  const open = new Map(
    plan.questions.map((q) => [q.id, answer(q, facts, context).then((finding) => ({ id: q.id, finding }))]),
  );
  while (open.size > 0) {
    const { id, finding } = await Promise.race(open.values());
    open.delete(id);
    yield finding;
  }
}

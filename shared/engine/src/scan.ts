import type { Finding } from '@cis-scan/contracts';
import { sourcesOf, type AnySource, type Context } from './check.ts';
import { collector, type Collector } from './collect.ts';
import { findingOf, worst } from './finding.ts';
import { notAssessed, type Judgement } from './judgement.ts';
import type { Plan, Question } from './plan.ts';
import { gapOf, type Gap } from './reading.ts';

export interface ScanOptions extends Context {
  /** The scan's time limit: what is unread when it fires becomes a gap `timed-out`, and the scan completes. */
  readonly signal?: AbortSignal;
  /** Which rights the credentials are known to hold: what needs another is a gap without being asked. */
  readonly holds?: (right: string) => boolean;
}

/** What one source came to: judgements, and the gaps of its direct needs. */
interface Outcome {
  readonly judged: readonly Judgement[];
  readonly gaps: readonly Gap[];
}

async function ask(source: AnySource, { id, options }: Question, facts: Collector, context: Context): Promise<Outcome> {
  const { reading, gaps } = await facts.gather(source.needs);
  if (!reading.ok) return { judged: [notAssessed(reading.gap)], gaps };
  try {
    const judged = source.evaluate(reading.value as never, options as never, context);
    if (judged.length === 0) throw new Error('a check must say something, also about an empty account');
    return { judged, gaps };
  } catch (error) {
    // a defect of ours is never a verdict about them
    return { judged: [notAssessed(gapOf(id, error))], gaps };
  }
}

const rightsIn = ({ judged }: Outcome): readonly string[] => [...new Set(judged.flatMap((j) => j.rights))];

/**
 * No source could decide. The first one that was not simply closed to us speaks; the fewest rights that would open
 * another are named, so that the reader knows the smallest thing to grant.
 */
function undecided(outcomes: readonly Outcome[]): Outcome {
  const closed = outcomes.filter((o) => rightsIn(o).length > 0).sort((a, b) => rightsIn(a).length - rightsIn(b).length);
  const tried = outcomes.find((o) => rightsIn(o).length === 0);
  const [smallest] = closed;
  if (!tried || !smallest) return tried ?? smallest ?? { judged: [], gaps: [] };
  const help = rightsIn(smallest);
  const judged = tried.judged.map((j) => ({ ...j, reason: `${j.reason}; ${help.join(' and ')} would let it be read` }));
  return {
    judged,
    gaps: smallest.judged.map((j) => ({ fact: '', cause: 'denied', rights: j.rights, detail: j.reason })),
  };
}

/** Asks the sources in order and takes the first that decides. Which one that was, the evidence says. */
async function answer(question: Question, facts: Collector, context: Context): Promise<Finding> {
  const outcomes: Outcome[] = [];
  const sources = sourcesOf(question.check);
  try {
    for (const source of sources) {
      const outcome = await ask(source, question, facts, context);
      outcomes.push(outcome);
      if (worst(outcome.judged) !== 'not-assessed')
        return findingOf(question, outcome.judged, sources.length === 1 ? outcome.gaps : [], facts.readAt, context);
    }
    const { judged, gaps } = undecided(outcomes);
    return findingOf(question, judged, gaps, facts.readAt, context);
  } catch (error) {
    return findingOf(question, [notAssessed(gapOf(question.id, error))], [], facts.readAt, context);
  } finally {
    sources.forEach((source) => facts.release(source.needs));
  }
}

/**
 * Findings in the order in which they become ready. The caller decides whether they go to a bus or to a terminal.
 * `source` is handed to the facts as it is.
 */
export async function* scan(plan: Plan, source: unknown, options: ScanOptions): AsyncGenerator<Finding> {
  const facts = collector(plan, source, { signal: options.signal, holds: options.holds });
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

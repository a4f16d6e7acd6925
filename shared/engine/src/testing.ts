import type { Verdict } from '@cis-scan/contracts';
import type { Check, Context, Options, Widened } from './check.ts';
import type { Needs, ValuesOf } from './fact.ts';
import { worst } from './finding.ts';
import type { Judgement } from './judgement.ts';

/** One row of a check's table: in words, the facts, the options, and what must come out. */
export interface Case<N extends Needs, O extends Options> {
  readonly when: string;
  readonly facts: ValuesOf<N>;
  readonly with?: Partial<Widened<O>>;
  readonly context?: Partial<Context>;
  readonly then: Verdict;
  /** Where the sentence matters: what it must say. */
  readonly says?: RegExp;
}

/** The moment at which tables are judged unless they say otherwise. */
export const NOW = new Date('2026-01-01T00:00:00Z');
const CONTEXT: Context = { now: NOW, target: { account: '111122223333', cloud: 'aws' } };

/** Everything a check says about the facts of a case. */
export function judgements<N extends Needs, O extends Options>(
  subject: Check<N, O>,
  c: Case<N, O>,
): readonly Judgement[] {
  const options = { ...subject.options, ...c.with } as unknown as Widened<O>;
  return subject.evaluate(c.facts, options, { ...CONTEXT, ...c.context });
}

/** The verdict of a case, after its sentence was held against `says` and (id, region) against being unique. */
export function judge<N extends Needs, O extends Options>(subject: Check<N, O>, c: Case<N, O>): Verdict {
  const judged = judgements(subject, c);
  const reasons = judged.map((j) => j.reason).join('\n');
  if (judged.some((j) => j.reason.trim() === '')) throw new Error('a judgement without a reason');
  if (c.says && !c.says.test(reasons)) throw new Error(`${c.says} is not said by:\n${reasons}`);
  for (const { fact } of judged.flatMap((j) => j.evidence)) {
    if (fact.source === null) throw new Error(`evidence names ${fact.name}, which is derived`);
  }
  return worst(judged);
}

/** Keeps a table of cases typed without writing its type. */
export const cases = <N extends Needs, O extends Options>(
  _: Check<N, O>,
  table: readonly Case<N, O>[],
): readonly Case<N, O>[] => table;

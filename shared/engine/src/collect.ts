import { needsOf } from './check.ts';
import { factsIn, type Fact, type Needs } from './fact.ts';
import type { Plan } from './plan.ts';
import { gapOf, type Gap, type Reading } from './reading.ts';

/** The values of all needs, or the first gap of one that is not optional; and every gap of a direct need, for `missing`. */
export interface Gathered {
  readonly reading: Reading<Readonly<Record<string, unknown>>>;
  readonly gaps: readonly Gap[];
}

/** Reads the facts of one scan. */
export interface Collector {
  /** What these needs hand over. Each fact is read once, as soon as what it stands on is there. */
  readonly gather: (needs: Needs) => Promise<Gathered>;
  /** Says that a holder of these needs is done with them; a fact is dropped after its last holder. */
  readonly release: (needs: Needs) => void;
  /** When a fact was read, also after it was dropped. */
  readonly readAt: (fact: Fact<unknown>) => string | undefined;
  /** Facts whose values are held in memory right now. */
  readonly held: () => number;
}

/** Settles as soon as the scan's time is up, whatever the provider still does. */
function orTimeUp<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise<T>((resolve, reject) => {
    const giveUp = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

export interface CollectOptions {
  /** The scan's time limit. */
  readonly signal?: AbortSignal | undefined;
  /** Which rights the credentials are known to hold; a fact that needs another one is not even asked for. */
  readonly holds?: ((right: string) => boolean) | undefined;
}

const unheld = (fact: Fact<unknown>, rights: readonly string[]): Gap => ({
  fact: fact.name,
  cause: 'denied',
  rights,
  detail: `the credentials do not hold ${rights.join(' and ')}`,
});

/** A collector for one plan against one source (what the provider's facts read from). */
export function collector(plan: Plan, source: unknown, { signal, holds }: CollectOptions = {}): Collector {
  const readings = new Map<Fact<unknown>, Promise<Reading<unknown>>>();
  const times = new Map<Fact<unknown>, string>();
  const holders = new Map<Fact<unknown>, number>();
  const hold = (needs: Needs): void =>
    factsIn(needs).forEach((fact) => holders.set(fact, (holders.get(fact) ?? 0) + 1));
  plan.questions.forEach((question) => needsOf(question.check).forEach(hold));
  plan.facts.forEach((fact) => hold(fact.needs));

  const release = (needs: Needs): void =>
    factsIn(needs).forEach((fact) => {
      const left = (holders.get(fact) ?? 1) - 1;
      holders.set(fact, left);
      if (left === 0) readings.delete(fact);
    });

  const readFresh = async (fact: Fact<unknown>): Promise<Reading<unknown>> => {
    const { reading } = await gather(fact.needs);
    try {
      if (!reading.ok) return reading;
      const lacking = holds ? fact.rights.filter((right) => !holds(right)) : [];
      if (lacking.length > 0) return { ok: false, gap: unheld(fact, lacking) };
      const value = await orTimeUp(fact.read(source, reading.value as never), signal);
      const readAt = new Date().toISOString();
      times.set(fact, readAt);
      return { ok: true, value, readAt };
    } catch (error) {
      const timedOut = signal?.aborted && error === signal.reason;
      const gap = gapOf(fact.name, error);
      return {
        ok: false,
        gap: timedOut ? { ...gap, cause: 'timed-out', detail: 'the time for this scan is up' } : gap,
      };
    } finally {
      release(fact.needs);
    }
  };

  const read = (fact: Fact<unknown>): Promise<Reading<unknown>> => {
    const known = readings.get(fact);
    if (known) return known;
    const fresh = readFresh(fact);
    readings.set(fact, fresh);
    return fresh;
  };

  async function gather(needs: Needs): Promise<Gathered> {
    const value: Record<string, unknown> = {};
    const gaps: Gap[] = [];
    let first: Gap | undefined;
    const entries = Object.entries(needs);
    const got = await Promise.all(entries.map(([, need]) => read(need.kind === 'optional' ? need.fact : need)));
    for (const [i, reading] of got.entries()) {
      const [name, need] = entries[i] ?? ['', undefined];
      if (!reading.ok) gaps.push(reading.gap);
      if (need?.kind === 'optional') value[name] = reading;
      else if (reading.ok) value[name] = reading.value;
      else first ??= reading.gap;
    }
    return { reading: first ? { ok: false, gap: first } : { ok: true, value, readAt: '' }, gaps };
  }

  return { gather, release, readAt: (fact) => times.get(fact), held: () => readings.size };
}

import { notApplicable, notAssessed, type Judgement, type Where } from './judgement.ts';
import type { Gap } from './reading.ts';

/** A region in which the provider does not offer the service: nothing can be there. */
export interface Absent {
  readonly region: string;
  readonly reason: string;
}
type Judged = Judgement | readonly Judgement[];
interface Ways {
  /** What a gap becomes; not-assessed unless a person decides the control in any case. */
  readonly unread?: (gap: Gap) => Judgement;
  /** The resource that the whole question is about, where it is not the listed items themselves. */
  readonly about?: Where;
}

/**
 * A list that remembers what it could not read. It cannot be iterated, counted or tested for emptiness directly;
 * every way to a verdict goes through `each` or `any`, and these account for the gaps.
 */
export class Listing<T> {
  readonly #items: readonly T[];
  readonly #gaps: readonly Gap[];
  readonly #absent: readonly Absent[];
  constructor(items: readonly T[], gaps: readonly Gap[] = [], absent: readonly Absent[] = []) {
    this.#items = items;
    this.#gaps = gaps;
    this.#absent = absent;
  }

  map<U>(f: (item: T) => U): Listing<U> {
    return new Listing(this.#items.map(f), this.#gaps, this.#absent);
  }
  filter<U extends T>(f: (item: T) => item is U): Listing<U>;
  filter(f: (item: T) => boolean): Listing<T>;
  filter(f: (item: T) => boolean): Listing<T> {
    return new Listing(this.#items.filter(f), this.#gaps, this.#absent);
  }
  flatMap<U>(f: (item: T) => readonly U[]): Listing<U> {
    return new Listing(this.#items.flatMap(f), this.#gaps, this.#absent);
  }

  /** The items and gaps of both. */
  and<U>(other: Listing<U>): Listing<T | U> {
    return new Listing<T | U>(
      [...this.#items, ...other.#items],
      [...this.#gaps, ...other.#gaps],
      [...this.#absent, ...other.#absent],
    );
  }

  /** Pairs each item with its partners in `other`; what either side could not read stays missing from the whole. */
  join<U>(other: Listing<U>, on: (a: T, b: U) => boolean): Listing<{ readonly left: T; readonly right: readonly U[] }> {
    return new Listing(
      this.#items.map((left) => ({ left, right: other.#items.filter((b) => on(left, b)) })),
      [...this.#gaps, ...other.#gaps],
      this.#absent,
    );
  }

  /** "Every one must …": a gap forbids pass, never fail. `whenNone` says what nothing at all means. */
  each(judge: (item: T) => Judged, whenNone: () => Judged, ways: Ways = {}): readonly Judgement[] {
    const { unread = (gap: Gap) => notAssessed(gap, ways.about) } = ways;
    const judged = [...this.#items.flatMap(judge), ...this.#gaps.map(unread)];
    const absent = this.#absent.map((a) => notApplicable({ ...ways.about, region: a.region }, a.reason));
    return [...(judged.length > 0 ? judged : [whenNone()].flat()), ...absent];
  }

  /**
   * "At least one must …": one witness passes, whatever is unread; a gap forbids fail, never pass. `otherwise` is asked
   * only when everything was read, and is shown all that was judged.
   */
  any(
    judge: (item: T) => Judgement,
    otherwise: (judged: readonly Judgement[], items: readonly T[]) => Judged,
    ways: Ways = {},
  ): readonly Judgement[] {
    const { unread = (gap: Gap) => notAssessed(gap, ways.about) } = ways;
    const judged = this.#items.map(judge);
    const witness = judged.find((j) => j.verdict === 'pass');
    if (witness) return [witness];
    return this.#gaps.length > 0 ? this.#gaps.map(unread) : [otherwise(judged, this.#items)].flat();
  }

  /** What was read, without its gaps: only for choosing where to look next. Lint keeps checks away from it. */
  known(): readonly T[] {
    return this.#items;
  }

  /** For facts that build on this one and must pass its gaps on. Lint keeps checks away from it. */
  parts(): { readonly items: readonly T[]; readonly gaps: readonly Gap[]; readonly absent: readonly Absent[] } {
    return { items: this.#items, gaps: this.#gaps, absent: this.#absent };
  }
}

import {
  manual,
  manualUnread,
  saw,
  target,
  type Fact,
  type Judgement,
  type Listing,
  type Reading,
} from '@cis-scan/engine';

/** Elements shown at most: enough to begin a review with, small enough for a mail. */
const MOST = 50;

/** How a list is laid before a person. */
export interface Review<T> {
  /** The fact that was read, for its evidence. */
  readonly fact: Fact<unknown>;
  readonly list: Reading<Listing<T>>;
  /** What there is to look at, after its number: `guest accounts`. */
  readonly what: string;
  /** What the person does, as a sentence without its point: `review them at least every 14 days`. */
  readonly task: string;
  /** What deserves to be looked at first comes first. */
  readonly order: (a: T, b: T) => number;
  /** The few fields that help to decide. */
  readonly show: (item: T) => Readonly<Record<string, unknown>>;
  /** What nothing at all means. */
  readonly whenNone: () => Judgement;
}

/**
 * A periodic review: no interface knows whether a person looked, so the verdict stays manual and the evidence is laid
 * out. Evidence that was refused leaves it manual as well, and names the permission.
 */
export function reviewed<T>(review: Review<T>): readonly Judgement[] {
  const { fact, list, what, task, order, show, whenNone } = review;
  if (!list.ok) return [manualUnread(list.gap, target)];
  const items: T[] = [];
  const unread = list.value.each(
    (item) => {
      items.push(item);
      return [];
    },
    () => [],
    { unread: (gap) => manualUnread(gap, target) },
  );
  if (items.length === 0) return unread.length > 0 ? unread : [whenNone()];
  const shown = [...items].sort(order).slice(0, MOST).map(show);
  const some = items.length > MOST ? `, the first ${MOST} are shown` : '';
  const reason = `a person decides: ${items.length} ${what}${some}; ${task}`;
  return [manual(target, reason, saw(fact, { count: items.length, shown })), ...unread];
}

import { gapOf, Listing, type Gap } from '@cis-scan/engine';

/**
 * Takes in what a paged answer gives, item by item. Where it breaks off, what came in stands and the gap is told: a
 * refused second page hides no finding of the first. `fact` is the name of the fact that is being read.
 */
export async function takeIn<T>(
  fact: string,
  items: AsyncIterable<T>,
  take: (item: T) => void,
): Promise<readonly Gap[]> {
  try {
    for await (const item of items) take(item);
    return [];
  } catch (error) {
    return [gapOf(fact, error)];
  }
}

/** A listing of what a paged answer gives. */
export async function gathered<T>(fact: string, items: AsyncIterable<T>): Promise<Listing<T>> {
  const read: T[] = [];
  const gaps = await takeIn(fact, items, (item) => read.push(item));
  return new Listing(read, gaps);
}

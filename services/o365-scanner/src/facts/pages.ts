import { gapOf, Listing, type Gap } from '@cis-scan/engine';
import { Answer } from './answer.ts';

/** More pages than any tenant has; an answer that goes on for ever ends here. */
const MAX_PAGES = 1_000;

/**
 * Reads a list to its end. The first page that cannot be read is the whole list's trouble, and throws; where a later
 * one breaks off, what came in stands beside a gap. An element that does not parse is a gap of its own.
 */
export async function gathered<T>(spec: {
  readonly fact: string;
  /** The body of the page behind a link; of the first one for `null`. */
  readonly page: (next: string | null) => Promise<unknown>;
  readonly read: (item: Answer) => T;
}): Promise<Listing<T>> {
  const items: T[] = [];
  const gaps: Gap[] = [];
  const seen = new Set<string>();
  const begun = new Set<string>();
  let next: string | null = null;
  do {
    try {
      const raw: unknown = await spec.page(next);
      const body: Answer = new Answer(raw);
      const first = firstOf(raw);
      if (first !== null && begun.has(first)) throw new Error('the same page came again');
      if (first !== null) begun.add(first);
      for (const item of body.at('value').items()) {
        try {
          items.push(spec.read(item));
        } catch (error) {
          const id = idOf(item);
          gaps.push({ ...gapOf(spec.fact, error), ...(id === null ? {} : { resource: id }) });
        }
      }
      next = body.at('@odata.nextLink').or(null, (link) => link.text());
      if (next !== null && seen.has(next)) throw new Error('the same next page was announced twice');
      if (seen.size >= MAX_PAGES) throw new Error(`the list did not end after ${MAX_PAGES} pages`);
      if (next !== null) seen.add(next);
    } catch (error) {
      if (seen.size === 0 && items.length === 0 && gaps.length === 0) throw error;
      gaps.push(gapOf(spec.fact, error));
      next = null;
    }
  } while (next !== null);
  return new Listing(items, gaps);
}

/** By what a page is known again, should its next link lead back to it under another name. */
function firstOf(body: unknown): string | null {
  const { value } = Object(body) as { value?: unknown };
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return typeof first === 'object' && first !== null ? JSON.stringify(first) : null;
}

function idOf(item: Answer): string | null {
  try {
    return item.at('id').text();
  } catch {
    return null; // an element without an id: the gap then stands for the list
  }
}

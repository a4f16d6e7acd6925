import { derive, Listing, type Fact, type Gap, type ValuesOf } from '@cis-scan/engine';

/** What is known of an item beside itself: read, or the gap that stands in its place and spoils this item alone. */
export type Link<T> = { readonly value: T } | { readonly gap: Gap };

interface Identified {
  readonly id: string;
}
type Beside = Readonly<Record<string, Fact<Listing<Identified>>>>;
type Links<B extends Beside> = {
  readonly [K in keyof B]: Link<B[K] extends Fact<Listing<infer T>> ? T : never>;
};

/** Finds the item of an id, or the gap about it; what was never asked about is a gap too. */
function finder(fact: string, listing: Listing<Identified>): (id: string) => Link<Identified> {
  const { items, gaps } = listing.parts();
  const byId = new Map<string, Link<Identified>>(items.map((value) => [value.id, { value }]));
  for (const gap of gaps) if (gap.resource !== undefined) byId.set(gap.resource, { gap });
  return (id) =>
    byId.get(id) ?? {
      gap: { fact, cause: 'failed', resource: id, rights: [], detail: `${fact} does not speak of it` },
    };
}

/**
 * Every item of a list with what other facts tell about the same id. Only the list's own gaps stay gaps of the whole, so
 * that a check can decide an item by the parts of it that were read.
 */
export function linked<P extends Identified, const B extends Beside>(spec: {
  readonly name: string;
  readonly of: Fact<Listing<P>>;
  readonly beside: B;
}): Fact<Listing<P & Links<B>>> {
  const needs = { ...spec.beside, of: spec.of };
  return derive({
    name: spec.name,
    needs,
    from: (values: ValuesOf<typeof needs>) => {
      const facts = values as unknown as Readonly<Record<string, Listing<Identified>>>;
      const finders = Object.keys(spec.beside).map(
        (key) => [key, finder(spec.beside[key]?.name ?? key, facts[key] ?? new Listing<Identified>([]))] as const,
      );
      const linksOf = (id: string): Links<B> =>
        Object.fromEntries(finders.map(([key, find]) => [key, find(id)])) as Links<B>;
      const parents = facts['of'] as unknown as Listing<P>;
      return parents.map((item) => ({ ...item, ...linksOf(item.id) }));
    },
  });
}

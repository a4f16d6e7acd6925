import {
  gapOf,
  Listing,
  Unreadable,
  type Absent,
  type Fact,
  type Gap,
  type Needs,
  type ValuesOf,
} from '@cis-scan/engine';
import type { Aws, Call, Partition, Session } from '../aws.ts';
import { door } from './door.ts';
import { regions } from './ec2/regions.ts';
import { hasNoEndpoint } from './gap.ts';
import { rightsFor, sourceOf } from './rights.ts';

/** Whose answers a fact reads, so that it can build ARNs. */
export interface Place {
  readonly account: string;
  readonly partition: Partition;
}

/** Regions the question is limited to; `null` for all. */
type AskedRegions = Pick<Session, 'regions'>;

interface Named<C extends Call> {
  readonly name: string;
  /** Operations it calls, and is handed. The last one is the one its evidence names. */
  readonly calls: readonly C[];
}

/** What every fact of AWS says about itself. */
export const about = ({ name, calls }: Named<Call>): Omit<Fact<unknown>, 'needs' | 'read'> => ({
  kind: 'fact',
  name,
  calls,
  rights: [...new Set(calls.flatMap(rightsFor))].sort(),
  source: calls.length > 0 ? sourceOf(calls[calls.length - 1] as Call) : null,
  basis: 'direct',
});

/** A fact about the whole account, read once. */
export function fact<const C extends Call, T, N extends Needs = Record<never, never>>(
  spec: Named<C> & {
    readonly needs?: N;
    readonly read: (aws: Aws<C>, facts: ValuesOf<N>, place: Place & AskedRegions) => Promise<T>;
  },
): Fact<T> {
  return {
    ...about(spec),
    needs: spec.needs ?? {},
    read: async (source: unknown, facts: ValuesOf<N>) => {
      const session = source as Session;
      return spec.read(door(session, 'global', spec.calls), facts, session);
    },
  };
}

/** Asked regions that the account has not enabled: nothing can be there. */
const notEnabled = (session: Session, enabled: readonly string[]): readonly Absent[] =>
  (session.regions ?? [])
    .filter((region) => !enabled.includes(region))
    .map((region) => ({ region, reason: `the account has not enabled ${region}` }));

/**
 * A list read in every enabled region, or only where `in` says it matters. A region that breaks off keeps what it gave
 * and leaves a gap. A region without an endpoint of the service is one where it is not offered, provided that another
 * region answered: else our own name resolution may be what fails.
 */
export function regional<const C extends Call, T extends object>(
  spec: Named<C> & {
    readonly in?: Fact<readonly string[]>;
    readonly read: (aws: Aws<C>, place: Place & { readonly region: string }) => AsyncIterable<T>;
  },
): Fact<Listing<T & { readonly region: string }>> {
  return {
    ...about(spec),
    needs: { regions: spec.in ?? regions },
    read: async (source: unknown, facts: { readonly regions: readonly string[] }) => {
      const session = source as Session;
      const read = await Promise.all(
        facts.regions.map(async (region) => {
          const place = { account: session.account, partition: session.partition, region };
          const items: (T & { readonly region: string })[] = [];
          try {
            for await (const item of spec.read(door(session, region, spec.calls), place))
              items.push({ ...item, region });
            return { region, items, gap: null, hasEndpoint: true };
          } catch (error) {
            const hasEndpoint = !(error instanceof Unreadable && hasNoEndpoint(error.cause));
            return { region, items, gap: { ...gapOf(spec.name, error), region }, hasEndpoint };
          }
        }),
      );
      const items = read.flatMap((r) => r.items);
      const closed = spec.in ? [] : notEnabled(session, facts.regions);
      const service = spec.calls[0]?.split(':')[0] ?? '';
      const notOffered = read.some((r) => r.gap === null) ? read.filter((r) => !r.hasEndpoint) : [];
      const gaps = read.flatMap((r) => (r.gap === null || notOffered.includes(r) ? [] : [r.gap]));
      const absent = notOffered.map(({ region }) => ({ region, reason: `${service} is not offered in ${region}` }));
      return new Listing(items, gaps, [...absent, ...closed]);
    },
  };
}

/** Something asked once per item of another fact: a refusal is a gap about that item alone. */
export function perItem<const C extends Call, P, T extends object>(
  spec: Named<C> & {
    readonly of: Fact<Listing<P>>;
    /** Region in which the item is asked about, or `global`. */
    readonly region: (parent: P) => string;
    /** The item's ARN. */
    readonly id: (parent: P) => string;
    readonly read: (aws: Aws<C>, parent: P, place: Place) => Promise<T>;
  },
): Fact<Listing<P & T>> {
  return {
    ...about(spec),
    needs: { parents: spec.of },
    read: async (source: unknown, facts: { readonly parents: Listing<P> }) => {
      const session = source as Session;
      const { items, gaps, absent } = facts.parents.parts();
      const read = await Promise.all(
        items.map(async (parent): Promise<{ readonly item?: P & T; readonly gap?: Gap }> => {
          const region = spec.region(parent);
          try {
            return { item: { ...parent, ...(await spec.read(door(session, region, spec.calls), parent, session)) } };
          } catch (error) {
            const where = region === 'global' ? {} : { region };
            return { gap: { ...gapOf(spec.name, error), resource: spec.id(parent), ...where } };
          }
        }),
      );
      return new Listing(
        read.flatMap((r) => r.item ?? []),
        [...gaps, ...read.flatMap((r) => r.gap ?? [])],
        absent,
      );
    },
  };
}

import { gapOf, Listing, type Fact, type Gap, type Needs, type ValuesOf } from '@cis-scan/engine';
import type { Tenant } from '../tenant.ts';
import { Answer } from './answer.ts';
import { readable } from './gap.ts';
import { gathered } from './pages.ts';

/** A permission that only reads: one that could write does not compile. As Microsoft Graph spells it. */
export type ReadPermission = `${string}.Read.${string}`;
/** A path of Graph with its version. What stands in braces is the item's id. */
export type GraphPath = `/${'v1.0' | 'beta'}/${string}`;

interface GraphSpec {
  /** Path of the fact's file: `graph/domains`. */
  readonly name: string;
  /** Where it is read, with version and query. */
  readonly get: GraphPath;
  /** The permissions that the request takes, the least ones that Microsoft documents or those of the base. All of them. */
  readonly permissions: readonly ReadPermission[];
  /** `reported` for what Microsoft only says about a setting (Secure Score). */
  readonly basis?: 'direct' | 'reported';
}

const callOf = (path: string): string => `GET ${path}`;
const withoutQuery = (path: string): string => path.replace(/\?.*$/s, '');

/** What every fact of Graph says about itself. */
const about = ({ name, get, permissions, basis = 'direct' }: GraphSpec): Omit<Fact<unknown>, 'needs' | 'read'> => ({
  kind: 'fact',
  name,
  calls: [callOf(get)],
  rights: [...permissions].sort(),
  source: callOf(withoutQuery(get)),
  basis,
});

const ask = (tenant: Tenant, path: string, rights: readonly string[]): Promise<unknown> =>
  readable(tenant.graph.get(path), { call: callOf(withoutQuery(path)), rights });

/** A fact read from one object of Graph. */
export function graph<T>(spec: GraphSpec & { readonly read: (answer: Answer) => T }): Fact<T> {
  return {
    ...about(spec),
    needs: {},
    read: async (source: unknown) => spec.read(new Answer(await ask(source as Tenant, spec.get, spec.permissions))),
  };
}

/** A list of Graph, all its pages. */
export function graphList<T, N extends Needs = Record<never, never>>(
  spec: GraphSpec & { readonly needs?: N; readonly read: (item: Answer, facts: ValuesOf<N>) => T },
): Fact<Listing<T>> {
  return {
    ...about(spec),
    needs: spec.needs ?? {},
    read: (source: unknown, facts: ValuesOf<N>) =>
      gathered({
        fact: spec.name,
        page: (next) => ask(source as Tenant, next ?? spec.get, spec.permissions),
        read: (item) => spec.read(item, facts),
      }),
  };
}

/** Something of Graph asked once per item of another fact: what cannot be read is a gap about that item alone. */
export function graphPerItem<P extends { readonly id: string }, T extends object>(
  spec: GraphSpec & {
    readonly of: Fact<Listing<P>>;
    /** Reads one item; `get` asks this fact's path, with the item's id in the place of `{id}`. */
    readonly read: (get: () => Promise<Answer>, parent: P) => Promise<T>;
  },
): Fact<Listing<P & T>> {
  return {
    ...about(spec),
    needs: { parents: spec.of },
    read: async (source: unknown, facts: { readonly parents: Listing<P> }) => {
      const { items, gaps, absent } = facts.parents.parts();
      const read = await Promise.all(
        items.map(async (parent): Promise<{ readonly item?: P & T; readonly gap?: Gap }> => {
          const path = spec.get.replace('{id}', encodeURIComponent(parent.id));
          const get = async () => new Answer(await ask(source as Tenant, path, spec.permissions));
          try {
            return { item: { ...parent, ...(await spec.read(get, parent)) } };
          } catch (error) {
            return { gap: { ...gapOf(spec.name, error), resource: parent.id } };
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

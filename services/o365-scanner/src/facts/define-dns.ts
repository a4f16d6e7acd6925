import { gapOf, Listing, Unreadable, type Fact, type Gap, type Needs, type ValuesOf } from '@cis-scan/engine';
import { RequestFailed } from '../request-failed.ts';
import type { DnsDoor, DnsRecords, Tenant } from '../tenant.ts';

type Kind = keyof DnsRecords;

/** All records of a kind at a name, or which of the two is missing: the name itself, or records of this kind. */
export type DnsAnswer<K extends Kind> =
  | { readonly found: 'records'; readonly records: readonly DnsRecords[K][] }
  | { readonly found: 'no-name' | 'no-record' };

const codeOf = (error: unknown): string => {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : '';
};

function causeOf(error: unknown, code: string): Gap['cause'] {
  if (error instanceof RequestFailed) return error.trouble === 'closed' ? 'unsupported' : 'timed-out';
  return /TIMEOUT|CANCELLED/.test(code) ? 'timed-out' : 'failed';
}

/** Asks public DNS. That there is nothing is an answer; that nobody could tell is `Unreadable`. */
async function lookUp<K extends Kind>(dns: DnsDoor, kind: K, name: string): Promise<DnsAnswer<K>> {
  try {
    const records = await dns.query(kind, name);
    return records.length > 0 ? { found: 'records', records } : { found: 'no-record' };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOTFOUND' || code === 'ENODATA') return { found: code === 'ENODATA' ? 'no-record' : 'no-name' };
    throw new Unreadable(
      { cause: causeOf(error, code), rights: [], detail: `${kind} ${name}: DNS answered ${code || String(error)}` },
      error,
    );
  }
}

/** Looks up in public DNS, only the kinds of records that the fact declares. */
export type LookUp<K extends Kind> = <L extends K>(kind: L, name: string) => Promise<DnsAnswer<L>>;

interface DnsSpec<K extends Kind> {
  /** Path of the fact's file: `dns/spf-records`. */
  readonly name: string;
  /** Kinds of records it asks for, and is handed. The last one is the one its evidence names. */
  readonly kinds: readonly K[];
}
const about = <K extends Kind>({ name, kinds }: DnsSpec<K>): Omit<Fact<unknown>, 'needs' | 'read'> => {
  const calls = kinds.map((kind) => `dns:${kind}`);
  return { kind: 'fact', name, calls, rights: [], source: calls[calls.length - 1] ?? null, basis: 'dns' };
};

/** A fact read from public DNS, with what it learned from other facts. */
export function dns<const K extends Kind, N extends Needs, T>(
  spec: DnsSpec<K> & { readonly needs: N; readonly read: (lookUp: LookUp<K>, facts: ValuesOf<N>) => Promise<T> },
): Fact<T> {
  return {
    ...about(spec),
    needs: spec.needs,
    read: (source: unknown, facts: ValuesOf<N>) =>
      spec.read((kind, name) => lookUp((source as Tenant).dns, kind, name), facts),
  };
}

/** Something of public DNS for each item of another fact (a domain): a name that cannot be read is a gap of its own. */
export function dnsPerItem<P extends { readonly id: string }, const K extends Kind, T extends object>(
  spec: DnsSpec<K> & {
    readonly of: Fact<Listing<P>>;
    readonly read: (lookUp: LookUp<K>, parent: P) => Promise<T>;
  },
): Fact<Listing<P & T>> {
  return {
    ...about(spec),
    needs: { parents: spec.of },
    read: async (source: unknown, facts: { readonly parents: Listing<P> }) => {
      const ask: LookUp<K> = (kind, name) => lookUp((source as Tenant).dns, kind, name);
      const { items, gaps, absent } = facts.parents.parts();
      const read = await Promise.all(
        items.map(async (parent): Promise<{ readonly item?: P & T; readonly gap?: Gap }> => {
          try {
            return { item: { ...parent, ...(await spec.read(ask, parent)) } };
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

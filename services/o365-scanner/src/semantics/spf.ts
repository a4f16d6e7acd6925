/** One mechanism of a record: `-all`, `include:host`. */
export interface Mechanism {
  readonly qualifier: '+' | '-' | '~' | '?';
  readonly name: string;
  readonly value: string | null;
}
/** An SPF record by its terms (RFC 7208). */
export interface SpfRecord {
  readonly mechanisms: readonly Mechanism[];
  readonly redirect: string | null;
}

/** Mechanisms that cost a DNS look-up. */
const LOOKS_UP = new Set(['include', 'a', 'mx', 'ptr', 'exists']);

/** True for a TXT record that speaks SPF. Its chunks must have been joined without a space. */
export const isSpf = (text: string): boolean => /^v=spf1(\s|$)/i.test(text);

/** The terms of an SPF record. */
export function parseSpf(text: string): SpfRecord {
  const mechanisms: Mechanism[] = [];
  let redirect: string | null = null;
  for (const term of text.trim().split(/\s+/).slice(1)) {
    const modifier = /^([a-z][a-z0-9_.-]*)=(.*)$/i.exec(term);
    if (modifier) {
      if (modifier[1]?.toLowerCase() === 'redirect') redirect = host(modifier[2] ?? '');
      continue;
    }
    const parts = /^([-+~?]?)([a-z0-9]+)(?::(.*?))?(?:\/.*)?$/i.exec(term);
    const [, sign = '', name = term, value] = parts ?? [];
    const qualifier = (sign === '' ? '+' : sign) as Mechanism['qualifier'];
    mechanisms.push({ qualifier, name: name.toLowerCase(), value: value === undefined ? null : host(value) });
    if (name.toLowerCase() === 'all') break; // what follows is never looked at
  }
  return { mechanisms, redirect: mechanisms.some((m) => m.name === 'all') ? null : redirect };
}

const host = (text: string): string => text.toLowerCase().replace(/\.$/, '');
/** A name with macros is made anew for every mail, so that it cannot be looked up here. */
const isFixed = (name: string): boolean => !name.includes('%');

/** Names whose own SPF records this one goes on with. */
export const continuesAt = ({ mechanisms, redirect }: SpfRecord): readonly string[] =>
  [
    ...mechanisms.flatMap((m) => (m.name === 'include' && m.value ? [m.value] : [])),
    ...(redirect ? [redirect] : []),
  ].filter(isFixed);

/** The SPF records at names that records go on with; `unread` where nobody could tell. */
export type Zones = ReadonlyMap<string, readonly string[] | 'unread'>;

/** What a record comes to with all that it goes on with. */
export interface SpfMeaning {
  /** The last word on senders that were not named: `-all`, `~all`, `?all`, `+all`. Neutral where there is none. */
  readonly all: string;
  /** Names whose senders may send, at any depth. */
  readonly designates: ReadonlySet<string>;
  /** DNS look-ups that a receiver needs; counted on until one beyond `maxLookups`. */
  readonly lookups: number;
  /** What a receiver must treat as a permanent error. */
  readonly errors: readonly string[];
  /** Names that could not be read, so that the rest is a lower bound. */
  readonly unread: readonly string[];
}

/** Follows a record through its includes and redirects, as a receiver would. */
export function meaningOf(text: string, zones: Zones, maxLookups: number): SpfMeaning {
  const designates = new Set<string>();
  const errors = new Set<string>();
  const unread = new Set<string>();
  let lookups = 0;

  const recordAt = (name: string): SpfRecord | null => {
    const found = zones.get(name) ?? 'unread';
    if (found === 'unread') unread.add(name);
    else if (found.length === 0) errors.add(`${name} has no SPF record`);
    else if (found.length > 1) errors.add(`${name} has ${found.length} SPF records`);
    return found !== 'unread' && found.length === 1 && found[0] !== undefined ? parseSpf(found[0]) : null;
  };
  // `trusted`: a match here lets the mail pass
  const walk = ({ mechanisms, redirect }: SpfRecord, trusted: boolean): string => {
    for (const { name, value, qualifier } of mechanisms) {
      if (lookups > maxLookups) break;
      if (name === 'all') return `${qualifier}all`;
      if (LOOKS_UP.has(name)) lookups++;
      if (name !== 'include' || value === null || !isFixed(value)) continue;
      if (trusted && qualifier === '+') designates.add(value);
      const included = recordAt(value);
      if (included) walk(included, trusted && qualifier === '+');
    }
    if (redirect === null || lookups > maxLookups) return '?all';
    lookups++;
    if (!isFixed(redirect)) return '?all';
    if (trusted) designates.add(redirect);
    const next = recordAt(redirect);
    return next ? walk(next, trusted) : '?all';
  };
  const all = walk(parseSpf(text), true);
  if (lookups > maxLookups) errors.add(`it takes more than ${maxLookups} DNS look-ups`);
  return { all, designates, lookups, errors: [...errors].sort(), unread: [...unread].sort() };
}

/** True for a record that lets nobody send: the domain is parked. */
export const letsNobodySend = (text: string): boolean => {
  const { mechanisms, redirect } = parseSpf(text);
  const [only] = mechanisms;
  return mechanisms.length === 1 && only?.name === 'all' && only.qualifier === '-' && redirect === null;
};

/** Selectors under which Microsoft 365 signs: two, so that keys can take turns. */
export const MICROSOFT_SELECTORS = ['selector1', 'selector2'] as const;

/** Selectors of common gateways and senders: a key can only be looked for under a name that is known. */
export const OTHER_SELECTORS = ['default', 'dkim', 'google', 'k1', 'k2', 'k3', 'mail', 's1', 's2'] as const;

/** Where Microsoft keeps the keys, in each of its clouds: below the tenant's first domain, or in the form of newer tenants. */
const KEPT_BY_MICROSOFT =
  /\._domainkey\.[^.]+\.(onmicrosoft\.(com|us)|partner\.onmschina\.cn)$|\.dkim\.mail\.microsoft$/;

/** True where a selector's alias leads to a key that Microsoft keeps. */
export const isMicrosoftsKey = (alias: string): boolean =>
  KEPT_BY_MICROSOFT.test(alias.toLowerCase().replace(/\.$/, ''));

/** True for a TXT record (chunks joined) that publishes a key; an empty `p` takes the key back (RFC 6376). */
export function publishesKey(text: string): boolean {
  const tags = new Map(
    text.split(';').map((part) => {
      const sign = part.indexOf('=');
      return [part.slice(0, Math.max(sign, 0)).trim(), part.slice(sign + 1).replace(/\s+/g, '')] as const;
    }),
  );
  const version = tags.get('v');
  return (version === undefined || version === 'DKIM1') && (tags.get('p') ?? '') !== '';
}

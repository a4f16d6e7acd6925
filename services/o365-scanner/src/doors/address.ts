import { RequestFailed } from '../request-failed.ts';

/** Not to be left as they stand in a path or query; `%` only where it begins no code, `+` since it would mean a blank. */
const RAW = /%(?![0-9a-f]{2})|[^\w\-.~!$&'()*,;=:@/?%]/giu;

/**
 * The whole address of a path below a surface's base, characters encoded that may not stand in one; or a next link,
 * verbatim. Throws RequestFailed: `closed` where the surface is, `malformed` for a link to another host, which would be
 * handed the tenant's token.
 */
export function addressOf(base: string | null, url: string): string {
  if (base === null) throw new RequestFailed('closed', 'this surface is closed, or this cloud has none');
  if (url.startsWith('/')) return `${base}${url.replace(RAW, encodeURIComponent)}`;
  const link = URL.canParse(url) ? new URL(url) : null;
  if (link?.origin === new URL(base).origin && link.username === '') return url;
  throw new RequestFailed('malformed', 'the next page is announced at another host');
}

import {
  fail,
  manual,
  notAssessed,
  pass,
  saw,
  type Gap,
  type Judgement,
  type Reading,
  type Listing,
} from '@cis-scan/engine';
import { dkimRecords, type DkimKeys } from '../../facts/dns/dkim-records.ts';
import type { ParkedDomain } from '../../facts/dns/parked-domains.ts';
import { spfRecords } from '../../facts/dns/spf-records.ts';
import { dkimSigningConfigs } from '../../facts/exchange/dkim-signing-configs.ts';
import { isMicrosoftsKey } from '../../semantics/dkim.ts';

export type DkimOptions = {
  /** Selectors of a gateway that also count for a domain; those that were looked up, see semantics/dkim. */
  readonly selectors: readonly string[];
  readonly parkedDomainsPass: boolean;
};
export const OPTIONS: DkimOptions = { selectors: [], parkedDomainsPass: true };

type Keys = DkimKeys & { readonly id: string };
type Config = { readonly domain: string; readonly enabled: boolean; readonly status: string };

const unreadKeys = (id: string, detail: string): Gap => ({
  fact: dkimRecords.name,
  cause: 'failed',
  resource: id,
  rights: [],
  detail,
});

/** Both of Microsoft's keys are there, so that no other was looked for. */
const isComplete = ({ microsoft }: Keys): boolean => microsoft.every(({ hasKey }) => hasKey);

/** What lets a domain do without Microsoft's signature, or leaves that open; null where nothing does. */
function excused(
  id: string,
  domain: ParkedDomain | undefined,
  keys: Reading<Keys>,
  { selectors, parkedDomainsPass }: DkimOptions,
): Judgement | null {
  if (parkedDomainsPass && domain?.parkedBy) {
    return pass({ id }, `${id} sends no mail and needs no DKIM: ${domain.parkedBy}`, saw(spfRecords, { domain: id }));
  }
  const others = keys.ok ? keys.value.others : {};
  const other = selectors.find((selector) => others[selector] === 'key');
  if (other !== undefined) {
    const found = saw(dkimRecords, { domain: id, selector: other });
    return pass({ id }, `${id} publishes a key under the accepted selector ${other}`, found);
  }
  if (parkedDomainsPass && domain?.unread) return notAssessed(domain.unread, { id });
  if (selectors.length > 0 && !keys.ok) return notAssessed(keys.gap, { id });
  const open = selectors.filter((selector) => others[selector] !== 'none');
  if (open.length === 0) return null;
  if (keys.ok && isComplete(keys.value)) {
    const names = open.join(', ');
    return manual(
      { id },
      `Exchange does not sign for ${id}; a person looks whether ${names} does`,
      saw(dkimRecords, { domain: id }),
    );
  }
  return notAssessed(unreadKeys(id, `the accepted selectors ${open.join(', ')} could not be looked up`), { id });
}

/** What public DNS says: keys are published for both selectors, at Microsoft. */
export function publishedKeys(keys: Keys, domain: ParkedDomain | undefined, options: DkimOptions): Judgement {
  const { id, microsoft } = keys;
  const found = saw(dkimRecords, { domain: id, selectors: microsoft });
  const lacks = microsoft.flatMap(({ selector, alias, hasKey }) => {
    if (alias === null) return [`${selector}._domainkey.${id} is no alias`];
    if (!isMicrosoftsKey(alias)) return [`${selector} leads to ${alias}, which is not Microsoft's`];
    return hasKey ? [] : [`${selector} leads to ${alias}, where there is no key`];
  });
  // Exchange, asked first, may have said that signing is off and left it open for the same reason: keys prove less than that
  if (options.parkedDomainsPass && domain?.unread) return notAssessed(domain.unread, { id });
  if (lacks.length === 0) {
    const reason = `${id} has published both of its DKIM keys; whether mail is signed with them, DNS does not tell`;
    return pass({ id }, reason, found);
  }
  const read: Reading<Keys> = { ok: true, value: keys, readAt: '' };
  return (
    excused(id, domain, read, options) ?? fail({ id }, `${id} has not published its keys: ${lacks.join('; ')}`, found)
  );
}

/** What Exchange says: signing is on for the domain, and its keys are in place. */
export function signingOf(
  domain: ParkedDomain,
  config: Config | undefined,
  more: {
    readonly broken: Judgement | undefined;
    readonly keys: Reading<Listing<Keys>>;
    readonly options: DkimOptions;
  },
): Judgement {
  const { id } = domain;
  const { broken, keys, options } = more;
  if (config === undefined && broken) return { ...broken, id };
  const found = saw(dkimSigningConfigs, {
    domain: id,
    Enabled: config?.enabled ?? null,
    Status: config?.status ?? null,
  });
  if (config?.enabled && config.status === 'Valid') {
    return pass({ id }, `Exchange signs the mail of ${id}, and its keys are in place`, found);
  }
  const stands =
    config === undefined
      ? `${id} has no DKIM configuration in Exchange`
      : `signing for ${id} is ${config.enabled ? 'on' : 'off'} and its status is ${config.status}; on and Valid are wanted`;
  return excused(id, domain, keysOf(id, keys), options) ?? fail({ id }, stands, found);
}

/** The keys of one domain in what was read of all. */
function keysOf(id: string, keys: Reading<Listing<Keys>>): Reading<Keys> {
  if (!keys.ok) return keys;
  let gap = unreadKeys(id, `the keys of ${id} were not read`);
  let own: Keys | undefined;
  keys.value.each(
    (some) => {
      if (some.id === id) own = some;
      return [];
    },
    () => [],
    {
      unread: (one) => {
        if (one.resource === id || one.resource === undefined) gap = one;
        return notAssessed(one);
      },
    },
  );
  return own ? { ok: true, value: own, readAt: keys.readAt } : { ok: false, gap };
}

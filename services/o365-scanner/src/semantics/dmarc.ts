/** What a domain asks receivers to do with mail that fails DMARC. */
export type DmarcPolicy = 'none' | 'quarantine' | 'reject';

/** A DMARC record by its tags (RFC 7489). */
export interface DmarcRecord {
  /** `p`, as receivers take it: a missing or unknown one counts as `none` where `rua` is there, else as no record. */
  readonly policy: DmarcPolicy | null;
  /** `sp`, what holds for subdomains without a record of their own; the policy where there is none. */
  readonly subdomainPolicy: DmarcPolicy | null;
  /** `pct`, 0 to 100: the share of mail that the policy is for. Absent or unreadable: 100. */
  readonly percent: number;
  /** Names of the tags that have a value. */
  readonly tags: readonly string[];
  /** A public suffix speaks (`psd=y`): nobody's own domain. */
  readonly isPublicSuffix: boolean;
}

/** True for a TXT record that speaks DMARC: the version comes first, spelled so. */
export const isDmarc = (text: string): boolean => /^\s*v\s*=\s*DMARC1\s*(;|$)/.test(text);

const policyIn = (value: string | undefined): DmarcPolicy | null => {
  const word = value?.toLowerCase();
  return word === 'none' || word === 'quarantine' || word === 'reject' ? word : null;
};
const percentIn = (value: string | undefined): number =>
  value !== undefined && /^\d{1,3}$/.test(value) ? Math.min(100, Number(value)) : 100;

/** The tags of a DMARC record; of one that is said twice the first counts. */
export function parseDmarc(text: string): DmarcRecord {
  const tags = new Map<string, string>();
  for (const part of text.split(';')) {
    const sign = part.indexOf('=');
    const name = part.slice(0, Math.max(sign, 0)).trim().toLowerCase();
    const value = part.slice(sign + 1).trim();
    if (name !== '' && value !== '' && !tags.has(name)) tags.set(name, value);
  }
  const policy = policyIn(tags.get('p')) ?? (tags.has('rua') ? 'none' : null);
  return {
    policy,
    subdomainPolicy: policy === null ? null : (policyIn(tags.get('sp')) ?? policy),
    percent: percentIn(tags.get('pct')),
    tags: [...tags.keys()],
    isPublicSuffix: tags.get('psd')?.toLowerCase() === 'y',
  };
}

/** The domains above one, nearest first, down to two labels: where a subdomain's policy may come from. */
export function domainsAbove(domain: string): readonly string[] {
  const labels = domain.split('.');
  return labels.slice(1, -1).map((_, i) => labels.slice(i + 1).join('.'));
}

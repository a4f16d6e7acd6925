/** A domain whose mail the organisation takes for its own, in lower case. */
export interface AcceptedDomain {
  readonly id: string;
  readonly withSubdomains: boolean;
}

/** The domain of an address (`smtp:ulf@contoso.com`), in lower case; null for a recipient that is named otherwise. */
export function domainOf(address: string): string | null {
  const at = address.lastIndexOf('@');
  const domain = address
    .slice(at + 1)
    .trim()
    .replace(/>$/, '')
    .toLowerCase();
  return at < 0 || domain === '' ? null : domain;
}

/** True where mail for a domain stays inside because of this accepted one. */
export const accepts = ({ id, withSubdomains }: AcceptedDomain, domain: string): boolean => {
  const own = id.replace(/^\*\./, '');
  return domain === own || ((withSubdomains || own !== id) && domain.endsWith(`.${own}`));
};

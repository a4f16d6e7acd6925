import type { Json } from '../json.ts';
import type { Zone } from '../model.ts';
import { domain } from '../shapes/organization.ts';

export const INITIAL_DOMAIN = 'larkfieldexample.onmicrosoft.com';
export const DOMAIN = 'larkfield.example';
const PARKED = 'larkfield-parked.example';
const NEVER = 2147483647;

/** The tenant's domains: passwords never expire, a subdomain inherits that. */
export const domains: Readonly<Record<string, Json>> = {
  '/domains': [
    domain(DOMAIN, NEVER, { isDefault: true }),
    domain(`eu.${DOMAIN}`, null, { isRoot: false }),
    domain(PARKED, NEVER),
    domain(INITIAL_DOMAIN, NEVER, { isInitial: true }),
  ],
};

/** A public key of 2048 bits is longer than one chunk of a TXT record holds. */
const KEY = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA'.padEnd(392, 'demonstration0');
const DKIM = ['v=DKIM1; k=rsa; p=', KEY.slice(0, 230), KEY.slice(230)];

function signing(name: string): Zone {
  const target = (selector: string): string => `${selector}-${name.replaceAll('.', '-')}._domainkey.${INITIAL_DOMAIN}`;
  return Object.fromEntries(
    ['selector1', 'selector2'].flatMap((selector) => [
      [`${selector}._domainkey.${name}`, { CNAME: target(selector) }],
      [target(selector), { TXT: [DKIM] }],
    ]),
  );
}

/** Everything published; one record in two chunks, one domain that says that it never sends. */
export const zone: Zone = {
  [DOMAIN]: {
    TXT: [['MS=ms00000000'], ['V=SPF1 include:spf.protection.outlook.com ', 'ip4:203.0.113.10 -all']],
    MX: [{ preference: 0, exchange: 'larkfield-example.mail.protection.outlook.com' }],
  },
  [`_dmarc.${DOMAIN}`]: {
    TXT: [['v=DMARC1; p=reject; pct=100; rua=mailto:dmarc@larkfield.example; ruf=mailto:dmarc@larkfield.example']],
  },
  [`eu.${DOMAIN}`]: {
    TXT: [[`v=spf1 redirect=_spf.${DOMAIN}`]],
    MX: [{ preference: 0, exchange: 'eu-larkfield-example.mail.protection.outlook.com' }],
  },
  [`_spf.${DOMAIN}`]: { TXT: [['v=spf1 include:spf.protection.outlook.com include:spf.mailer.example -all']] },
  [`_dmarc.eu.${DOMAIN}`]: {
    TXT: [['v=DMARC1; p=reject; rua=mailto:dmarc@larkfield.example; ruf=mailto:dmarc@larkfield.example']],
  },
  [PARKED]: { TXT: [['v=spf1 -all']], MX: [{ preference: 0, exchange: '.' }] },
  [`_dmarc.${PARKED}`]: {
    TXT: [['v=DMARC1; p=reject; rua=mailto:dmarc@larkfield.example; ruf=mailto:dmarc@larkfield.example']],
  },
  ...signing(DOMAIN),
  ...signing(`eu.${DOMAIN}`),
};

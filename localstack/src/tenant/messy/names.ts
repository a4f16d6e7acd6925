import type { Json } from '../json.ts';
import type { Zone } from '../model.ts';
import { domain } from '../shapes/organization.ts';

export const INITIAL_DOMAIN = 'harbourlineexample.onmicrosoft.com';
export const DOMAIN = 'harbourline.example';
const SHOP = 'harbourline-shop.example';
const OLD = 'old-harbour.example';

/** The tenant's domains: passwords expire after 90 days; a subdomain inherits, a federated one is governed elsewhere. */
export const domains: Readonly<Record<string, Json>> = {
  '/domains': [
    domain(DOMAIN, 90, { isDefault: true }),
    domain(SHOP, 90),
    domain(OLD, null, { authenticationType: 'Federated' }),
    domain(`eu.${DOMAIN}`, null, { isRoot: false, supportedServices: ['OfficeCommunicationsOnline'] }),
    domain('harbourline-next.example', null, { isVerified: false, supportedServices: [] }),
    domain(INITIAL_DOMAIN, null, { isInitial: true }),
  ],
};

/** Forty marks of ownership, which nobody has ever cleared away: the answer does not fit into one UDP packet. */
const MARKS = Array.from({ length: 40 }, (_, at) => [
  `service-${at}-site-verification=${'0123456789abcdef'.repeat(2)}`,
]);

/** Two SPF records at once, one that lets everybody send, none at all; no DKIM, no DMARC. */
export const zone: Zone = {
  [DOMAIN]: {
    TXT: [['v=spf1 include:spf.protection.outlook.com -all'], ['v=spf1 include:spf.mailer.example ~all'], ...MARKS],
    MX: [{ preference: 0, exchange: 'harbourline-example.mail.protection.outlook.com' }],
  },
  [SHOP]: {
    TXT: [['v=spf1 include:spf.protection.outlook.com ', '+all']],
    MX: [{ preference: 10, exchange: 'harbourline-shop-example.mail.protection.outlook.com' }],
  },
  [`_dmarc.${SHOP}`]: { TXT: [['a text that is no policy']] },
  // there is such a name, without a TXT record
  [OLD]: { MX: [{ preference: 10, exchange: 'mail.old-harbour.example' }] },
  // one selector is there and leads to nothing
  [`selector1._domainkey.${SHOP}`]: { CNAME: `selector1-harbourline-shop-example._domainkey.${INITIAL_DOMAIN}` },
};

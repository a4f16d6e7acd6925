import type { Zone } from '../model.ts';

/**
 * Names that belong to nobody's tenant: what Microsoft publishes for senders, a mailing service, and names that show how
 * a look-up can go wrong. Addresses are those kept for documentation.
 */
export const SHARED_ZONE: Zone = {
  'spf.protection.outlook.com': { TXT: [['v=spf1 ip4:192.0.2.0/25 ip4:198.51.100.0/25 ip6:2001:db8:111::/48 -all']] },
  'spf.protection.office365.us': { TXT: [['v=spf1 ip4:192.0.2.128/26 -all']] },
  'spf.protection.partner.outlook.cn': { TXT: [['v=spf1 ip4:192.0.2.192/26 -all']] },
  'spf.mailer.example': { TXT: [['v=spf1 include:spf-a.mailer.example include:spf-b.mailer.example ~all']] },
  'spf-a.mailer.example': { TXT: [['v=spf1 ip4:198.51.100.128/26 ~all']] },
  'spf-b.mailer.example': { TXT: [['v=spf1 ip4:198.51.100.192/26 ~all']] },
  'servfail.example': { trouble: 'servfail' },
  '_dmarc.servfail.example': { trouble: 'servfail' },
  'refused.example': { trouble: 'refused' },
  'timeout.example': { trouble: 'silent' },
  'nodata.example': { MX: [{ preference: 10, exchange: 'mail.nodata.example' }] },
  'circle.example': { CNAME: 'circle.example' },
};

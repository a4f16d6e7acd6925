import { derive } from '@cis-scan/engine';
import { domains } from '../graph/domains.ts';

/** Names under which Microsoft itself keeps the records, in each of its clouds. */
const MICROSOFTS_OWN = /\.(onmicrosoft\.(com|us)|partner\.onmschina\.cn)$/;

/** Verified domains that send and receive mail, whose DNS records are the organisation's own. */
export const mailDomains = derive({
  name: 'dns/mail-domains',
  needs: { domains },
  from: (facts) =>
    facts.domains
      .filter((d) => d.isVerified && d.services.includes('Email') && !d.isInitial && !MICROSOFTS_OWN.test(d.id))
      .map(({ id }) => ({ id })),
});

import { check, optional, source } from '@cis-scan/engine';
import { dkimRecords } from '../../facts/dns/dkim-records.ts';
import { parkedDomains } from '../../facts/dns/parked-domains.ts';
import { dkimSigningConfigs } from '../../facts/exchange/dkim-signing-configs.ts';
import { OPTIONS, publishedKeys, signingOf, type DkimOptions } from './_dkim.ts';
import { noMailDomain } from './_no-mail-domain.ts';

/** Where Exchange cannot be asked: public DNS, which shows the keys, but not whether mail is signed with them. */
export const published = source({
  needs: { parkedDomains, dkimRecords },
  evaluate: (facts, options: DkimOptions) =>
    facts.dkimRecords
      .join(facts.parkedDomains, (keys, domain) => keys.id === domain.id)
      .each(({ left, right: [domain] }) => publishedKeys(left, domain, options), noMailDomain),
});

export default check({
  title: 'Mail of every domain is signed with DKIM',
  why: 'A signature proves that the mail comes from the domain and was not altered; without it DMARC stands on SPF alone, which forwarding breaks.',
  fix: 'In the Defender portal, Policies & rules, Threat policies, Email authentication settings, DKIM, publish the two CNAME records that it shows for the domain and turn signing on.',
  needs: { parkedDomains, configs: dkimSigningConfigs, keys: optional(dkimRecords) },
  options: OPTIONS,
  evaluate(facts, options) {
    // a domain that is missing from a list that broke off may have been in its rest
    const [broken] = facts.configs.each(
      () => [],
      () => [],
    );
    return facts.parkedDomains
      .join(facts.configs, (domain, config) => config.domain === domain.id)
      .each(
        ({ left: domain, right: [config] }) => signingOf(domain, config, { broken, keys: facts.keys, options }),
        noMailDomain,
      );
  },
  otherwise: [published],
});

import { check, fail, notApplicable, pass, saw, type Judgement } from '@cis-scan/engine';
import { dmarcRecords, type DmarcFound } from '../../facts/dns/dmarc-records.ts';
import { domains } from '../../facts/graph/domains.ts';
import { parseDmarc } from '../../semantics/dmarc.ts';
import { noMailDomain } from './_no-mail-domain.ts';

type Wanted = {
  /** Values of `p` (for a subdomain that inherits: of `sp`). */
  readonly acceptedPolicies: readonly string[];
  /** Least `pct`. */
  readonly minPercent: number;
  readonly requiredTags: readonly string[];
};

const options: Wanted = { acceptedPolicies: ['quarantine', 'reject'], minPercent: 100, requiredTags: ['rua', 'ruf'] };

function judge(domain: DmarcFound & { readonly id: string }, wanted: Wanted): Judgement {
  const { id, at, records } = domain;
  const [text] = records;
  if (at === null || text === undefined) {
    const none = saw(dmarcRecords, { domain: id, records: 0 });
    return fail(domain, `${id} has no DMARC record, and there is none above it; one at _dmarc.${id} is wanted`, none);
  }
  if (records.length > 1) {
    const reason = `_dmarc.${at} has ${records.length} DMARC records, which count as none; one is wanted`;
    return fail(domain, reason, saw(dmarcRecords, { domain: id, foundAt: at, records: records.length }));
  }
  const { policy: own, subdomainPolicy, percent, tags } = parseDmarc(text);
  const policy = at === id ? own : subdomainPolicy;
  const found = saw(dmarcRecords, { domain: id, foundAt: at, policy, percent, tags });
  const subject = at === id ? `the DMARC record of ${id}` : `the DMARC record of ${at}, which ${id} inherits,`;
  if (policy === null) return fail(domain, `${subject} states no policy (p), so that receivers pass over it`, found);
  const missing = wanted.requiredTags.filter((tag) => !tags.includes(tag.toLowerCase()));
  const lacks = [
    ...(wanted.acceptedPolicies.includes(policy)
      ? []
      : [`its policy is ${policy}, ${wanted.acceptedPolicies.join(' or ')} is wanted`]),
    ...(percent < wanted.minPercent ? [`it is for ${percent} % of the mail, ${wanted.minPercent} % is wanted`] : []),
    ...(missing.length > 0 ? [`it has no ${missing.join(' and no ')}`] : []),
  ];
  if (lacks.length > 0) return fail(domain, `${subject}: ${lacks.join('; ')}`, found);
  const warning = policy === 'none' ? '; that only watches, and mail that fails is delivered all the same' : '';
  return pass(domain, `${subject} states the policy ${policy} for ${percent} % of the mail${warning}`, found);
}

export default check({
  title: 'Every mail domain publishes a DMARC record',
  why: 'DMARC tells receivers what to do with mail that only pretends to come from the domain, and tells the domain who tries.',
  fix: 'In the DNS zone of the domain, publish one TXT record at _dmarc, begin with "v=DMARC1; p=none; rua=mailto:…", read the reports, and go on to quarantine and reject.',
  needs: { dmarcRecords, domains },
  options,
  evaluate(facts, wanted) {
    const kept = facts.domains.filter((domain) => domain.isInitial && domain.services.includes('Email'));
    return [
      ...facts.dmarcRecords.each((domain) => judge(domain, wanted), noMailDomain),
      ...kept.each(
        (domain) =>
          notApplicable(
            domain,
            `${domain.id} is kept by Microsoft and not judged; newer benchmarks ask for a record there as well`,
            saw(domains, { domain: domain.id, isInitial: true }),
          ),
        () => [],
      ),
    ];
  },
});

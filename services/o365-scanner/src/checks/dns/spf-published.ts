import {
  check,
  fail,
  notApplicable,
  notAssessed,
  pass,
  saw,
  target,
  type Context,
  type Judgement,
} from '@cis-scan/engine';
import { spfIncludes } from '../../facts/dns/spf-includes.ts';
import { spfRecords } from '../../facts/dns/spf-records.ts';
import { domains } from '../../facts/graph/domains.ts';
import { letsNobodySend, meaningOf, type Zones } from '../../semantics/spf.ts';

/** Under which name each of Microsoft's clouds lists its mail servers. */
const OF_CLOUD: Readonly<Partial<Record<Context['target']['cloud'], string>>> = {
  global: 'spf.protection.outlook.com',
  usgov: 'spf.protection.office365.us',
  usgovdod: 'spf.protection.office365.us',
  china: 'spf.protection.partner.outlook.cn',
};

interface Wanted {
  readonly hosts: readonly string[];
  readonly acceptedAll: readonly string[];
  readonly maxLookups: number;
}
interface Domain {
  readonly id: string;
  readonly exists: boolean;
  readonly records: readonly string[];
}

function judge(domain: Domain, zones: Zones, { hosts, acceptedAll, maxLookups }: Wanted): Judgement {
  const { id, records } = domain;
  const [record] = records;
  const found = saw(spfRecords, { domain: id, records });
  const wanted = hosts.join(' or ');
  if (record === undefined) {
    const none = domain.exists ? 'has no SPF record' : 'is not in public DNS, and so has no SPF record';
    return fail(domain, `${id} ${none}; one that includes ${wanted} is wanted`, found);
  }
  if (records.length > 1) {
    return fail(
      domain,
      `${id} has ${records.length} SPF records, which receivers treat as an error; one is wanted`,
      found,
    );
  }
  if (letsNobodySend(record)) return pass(domain, `${id} is parked: its SPF record lets nobody send`, found);
  const { all, designates, errors, unread } = meaningOf(record, zones, maxLookups);
  if (errors.length > 0)
    return fail(domain, `the SPF record of ${id} is an error to receivers: ${errors.join(', ')}`, found);
  const included = hosts.some((host) => designates.has(host));
  const rest = `${id} publishes "${record.slice(0, 200)}"`;
  if (unread.length > 0) {
    const detail = `DNS could not tell the SPF record of ${unread.join(', ')}, which that of ${id} goes on with`;
    return notAssessed({ fact: spfIncludes.name, cause: 'failed', resource: id, rights: [], detail });
  }
  if (!included) return fail(domain, `${rest}, which does not include ${wanted}`, found);
  if (!acceptedAll.includes(all))
    return fail(domain, `${rest}, which ends in ${all}; ${acceptedAll.join(' or ')} is wanted`, found);
  return pass(domain, `${rest}, which includes ${wanted} and ends in ${all}`, found);
}

export default check({
  title: 'Every mail domain publishes an SPF record',
  why: 'Without it anybody can send mail in the name of the domain, and receivers have nothing to tell it by.',
  fix: 'In the DNS zone of the domain, publish one TXT record "v=spf1 include:spf.protection.outlook.com -all" (the include of your cloud), with every other service that sends for you.',
  needs: { spfRecords, spfIncludes },
  options: {
    includes: Object.values(OF_CLOUD).filter((host, i, all) => all.indexOf(host) === i),
    acceptedAll: ['-all', '~all'],
    maxLookups: 10,
  },
  evaluate(facts, { includes, acceptedAll, maxLookups }, { target: { cloud } }) {
    const ofCloud = OF_CLOUD[cloud];
    const hosts = ofCloud !== undefined && includes.includes(ofCloud) ? [ofCloud] : includes;
    return facts.spfRecords.each(
      (domain) => judge(domain, facts.spfIncludes, { hosts, acceptedAll, maxLookups }),
      () =>
        notApplicable(target, 'no verified domain of the tenant is used for mail', saw(domains, { mailDomains: 0 })),
    );
  },
});

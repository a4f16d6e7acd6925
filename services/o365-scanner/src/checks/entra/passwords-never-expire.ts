import {
  check,
  fail,
  notApplicable,
  notAssessed,
  pass,
  saw,
  source,
  target,
  type Judgement,
  type ValuesOf,
} from '@cis-scan/engine';
import { domains } from '../../facts/graph/domains.ts';
import { reported } from '../_reported.ts';

const NEVER = 2_147_483_647;
const needs = { domains };
interface Domain {
  readonly id: string;
  readonly passwordValidityDays: number | null;
}
const found = ({ id, passwordValidityDays }: Domain) =>
  saw(domains, { domain: id, passwordValidityPeriodInDays: passwordValidityDays });

/** Subdomains inherit from their root, and the passwords of federated domains live elsewhere. */
function judged(facts: ValuesOf<typeof needs>, whenUnset: (domain: Domain) => Judgement): readonly Judgement[] {
  return facts.domains
    .filter((d) => d.isVerified && d.isRoot && d.authentication === 'Managed')
    .each(
      (domain) => {
        const { id, passwordValidityDays: days } = domain;
        if (days === null) return whenUnset(domain);
        if (days === NEVER) return pass(domain, `passwords of ${id} never expire`, found(domain));
        return fail(domain, `passwords of ${id} expire after ${days} days, never is wanted`, found(domain));
      },
      () =>
        notApplicable(target, 'no verified domain keeps its passwords with Microsoft', saw(domains, { managed: 0 })),
    );
}

const unset = 'was never given a password expiry, and Microsoft does not say what that means in a tenant';
const notTold = ({ id }: Domain) =>
  notAssessed({ fact: domains.name, cause: 'unsupported', resource: id, rights: [], detail: `it ${unset}` });

/** The last word, after Secure Score: what the operator takes a domain without a value for. */
const byOption = source<typeof needs, { whenUnset: string }>({
  needs,
  evaluate: (facts, { whenUnset }) =>
    judged(facts, (domain) => {
      if (whenUnset !== 'pass' && whenUnset !== 'fail') return notTold(domain);
      const verdict = whenUnset === 'pass' ? pass : fail;
      return verdict(domain, `${domain.id} ${unset}; it is taken as ${whenUnset}`, found(domain));
    }),
});

export default check({
  title: 'Passwords do not expire',
  why: 'Who has to change a password for no reason takes one that follows from the last; change it when there is a reason.',
  fix: 'In the Microsoft 365 admin center, Settings, Org settings, Security & privacy, Password expiration policy, choose "Set passwords to never expire".',
  needs,
  options: { whenUnset: 'not-assessed' as string },
  evaluate: (facts) => judged(facts, notTold),
  otherwise: [reported('PWAgePolicyNew'), byOption],
});

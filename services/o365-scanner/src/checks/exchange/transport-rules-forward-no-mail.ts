import {
  check,
  fail,
  notAssessed,
  pass,
  saw,
  target,
  withGap,
  type Judgement,
  type Listing,
  type Reading,
} from '@cis-scan/engine';
import { acceptedDomains } from '../../facts/exchange/accepted-domains.ts';
import { transportRules } from '../../facts/exchange/transport-rules.ts';
import { accepts, domainOf, type AcceptedDomain } from '../../semantics/mail-address.ts';
import { FORWARDING, idleBecause, type TransportRule } from '../../semantics/transport-rule.ts';
import { reported } from '../_reported.ts';

type Domains = Reading<Listing<AcceptedDomain>>;

const unknown = (rule: TransportRule, detail: string): Judgement =>
  notAssessed({ fact: acceptedDomains.name, cause: 'failed', rights: [], detail }, rule);

/** Where a recipient is: pass for inside, fail for outside, not-assessed where nobody can tell. */
function placeOf(recipient: string, rule: TransportRule, domains: Domains): Judgement {
  const domain = domainOf(recipient);
  if (domain === null)
    return unknown(rule, `the rule "${rule.name}" names the recipient "${recipient}" without an address`);
  if (!domains.ok) return notAssessed(domains.gap, rule);
  const [place] = domains.value.any(
    (accepted) => (accepts(accepted, domain) ? pass(rule, 'inside') : fail(rule, 'outside')),
    // every organisation has a domain: an answer without one was hidden from us
    (_, all) => (all.length === 0 ? unknown(rule, 'no accepted domain was answered') : fail(rule, 'outside')),
    { about: rule },
  );
  return place ?? fail(rule, 'outside');
}

/** What a rule sends where; `judged` are the actions that count. */
function judgeRule(rule: TransportRule, domains: Domains, judged: readonly string[], now: Date): Judgement {
  const placed = FORWARDING.flatMap((action) =>
    [...rule.recipients[action]].sort().map((to) => ({ action, to, place: placeOf(to, rule, domains) })),
  );
  const outside = placed.filter(({ place }) => place.verdict === 'fail');
  const say = (some: typeof placed): string => some.map(({ action, to }) => `${action} ${to}`).join(', ');
  const { name, enabled } = rule;
  const found = saw(transportRules, {
    rule: name,
    enabled,
    outside: outside.map(({ action, to }) => `${action} ${to}`),
  });
  const idle = idleBecause(rule, now);
  if (idle.length > 0) return pass(rule, `the rule "${name}" does nothing: ${idle.join(', ')}`, found);
  const counts = ({ action }: (typeof placed)[number]): boolean => judged.includes(action);
  const wrong = outside.filter(counts);
  if (wrong.length > 0) return fail(rule, `the rule "${name}" sends mail outside: ${say(wrong)}; none should`, found);
  const unsure = placed.find((one) => counts(one) && one.place.verdict === 'not-assessed');
  if (unsure) return unsure.place;
  const also = outside.length > 0 ? `; to look at: ${say(outside)}` : '';
  return pass(rule, `the rule "${name}" redirects no mail outside${also}`, found);
}

export default check({
  title: 'No mail flow rule sends mail outside',
  why: 'A rule that redirects mail to a stranger is how an intruder keeps reading long after the password was changed.',
  fix: 'In the Exchange admin center, Mail flow, Rules, remove the rule, or its redirection to addresses outside the organisation.',
  needs: { rules: transportRules, domains: withGap(acceptedDomains) },
  options: { judgedActions: ['RedirectMessageTo'] as readonly string[] },
  evaluate: ({ rules, domains }, { judgedActions }, { now }) =>
    rules.each(
      (rule) => judgeRule(rule, domains, judgedActions, now),
      () => pass(target, 'there are no mail flow rules', saw(transportRules, { rules: 0 })),
    ),
  otherwise: [reported('mdo_blockmailforward', { below: 'manual', approximate: 'every kind of forwarding' })],
});

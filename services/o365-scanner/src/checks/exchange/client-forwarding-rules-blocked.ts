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
import { outboundSpamPolicies } from '../../facts/exchange/outbound-spam-policies.ts';
import { transportRules } from '../../facts/exchange/transport-rules.ts';
import { forwardingBlockLacks, idleBecause, type TransportRule } from '../../semantics/transport-rule.ts';
import { reported } from '../_reported.ts';

const found = ({ name, enabled, fromScope, sentToScope, messageType, rejects, deletes }: TransportRule) =>
  saw(transportRules, {
    rule: name,
    enabled,
    FromScope: fromScope,
    SentToScope: sentToScope,
    MessageTypeMatches: messageType,
    stops: rejects || deletes,
  });

/** "There is a rule that stops forwarding"; the nearest one is named where there is none. */
function byRule(rules: Listing<TransportRule>, now: Date): readonly Judgement[] {
  const lacksOf = (rule: TransportRule) => [...idleBecause(rule, now), ...forwardingBlockLacks(rule)];
  return rules.any(
    (rule) => {
      const lacks = lacksOf(rule);
      return lacks.length > 0
        ? fail(target, `the rule "${rule.name}": ${lacks.join(', ')}`, found(rule))
        : pass(target, `the rule "${rule.name}" stops mail that clients forward outside`, found(rule));
    },
    (_, all) => {
      const none = 'no mail flow rule stops mail that clients forward outside';
      const [nearest] = all
        .filter((rule) => rule.messageType !== null)
        .map((rule) => ({ rule, lacks: lacksOf(rule) }))
        .sort((a, b) => a.lacks.length - b.lacks.length || (a.rule.id < b.rule.id ? -1 : 1));
      return nearest === undefined
        ? fail(target, `${none} (${all.length} rules were read)`, saw(transportRules, { rules: all.length }))
        : fail(
            target,
            `${none}; the nearest is "${nearest.rule.name}": ${nearest.lacks.join(', ')}`,
            found(nearest.rule),
          );
    },
    { about: target },
  );
}

/** Forwarding off in every policy for outgoing mail is an equal control: pass, fail, or unread. */
function byPolicy(policies: Reading<Listing<{ readonly name: string; readonly forwarding: string }>>): Judgement {
  if (!policies.ok) return notAssessed(policies.gap, target);
  const judged = policies.value.each(
    ({ name, forwarding }) => (forwarding === 'Off' ? pass(target, name) : fail(target, `"${name}" has ${forwarding}`)),
    // every organisation has the default policy: an answer without it was hidden from us
    () => {
      const detail = 'no policy for outgoing spam was answered';
      return notAssessed({ fact: outboundSpamPolicies.name, cause: 'failed', rights: [], detail }, target);
    },
    { about: target },
  );
  const decisive = judged.find((j) => j.verdict === 'fail') ?? judged.find((j) => j.verdict !== 'pass');
  const reason = 'no rule is needed: AutoForwardingMode is Off in every policy for outgoing spam, which does the same';
  return (
    decisive ?? pass(target, reason, saw(outboundSpamPolicies, { AutoForwardingMode: 'Off', policies: judged.length }))
  );
}

export default check({
  title: 'Mail that clients forward outside is stopped',
  why: 'Rules in a mailbox are set by its owner, or by whoever broke into it, and carry mail out where no administrator looks.',
  fix: 'In the Exchange admin center, Mail flow, Rules, reject messages of type automatic forward from inside to outside the organisation; or set automatic forwarding to Off in the outbound spam policies of the Defender portal.',
  needs: { rules: transportRules, policies: withGap(outboundSpamPolicies) },
  options: { outboundPolicyPasses: true },
  evaluate({ rules, policies }, { outboundPolicyPasses }, { now }) {
    const ruled = byRule(rules, now);
    if (!outboundPolicyPasses || ruled.every((j) => j.verdict === 'pass')) return ruled;
    const equal = byPolicy(policies);
    return equal.verdict === 'fail' ? ruled : [equal];
  },
  otherwise: [reported('mdo_blockmailforward', { below: 'manual', approximate: 'every kind of forwarding' })],
});

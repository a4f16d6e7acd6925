import { derive, Listing, Unreadable, withGap, type Fact } from '@cis-scan/engine';
import {
  byPrecedence,
  mayBePreset,
  placeOf,
  type Place,
  type PolicyRule,
  type ThreatPolicy,
} from '../../semantics/precedence.ts';
import type { Answer } from '../answer.ts';

/** True for a policy of the Standard or Strict preset; null in answers that do not tell who made it. */
export const isPresetOf = (item: Answer): boolean | null =>
  item.at('RecommendedPolicyType').or(null, (type) => /^(standard|strict)$/i.test(type.text()));

/** What every rule says: which policy it applies, whether it is on, and its place among the others. */
export const ruleOf = (item: Answer, policy: string): PolicyRule & { readonly id: string } => ({
  id: item.at('Name').text(),
  policy: item.at(policy).text(),
  enabled: item.at('State').oneOf('Enabled', 'Disabled') === 'Enabled',
  priority: item.at('Priority').number(),
});

/** A policy that is in force for somebody; `effective` for the first of all in the order of precedence. */
export type InForce<P> = P & { readonly place: Place; readonly effective: boolean };

/**
 * The policies that are in force, in their order of precedence. The rules of preset security policies count as unread
 * only where a policy is there that nothing else could put in force. While anything is unread, none is called effective.
 */
export const inForce = <P extends ThreatPolicy, R>(spec: {
  readonly name: string;
  readonly policies: Fact<Listing<P>>;
  readonly rules: Fact<Listing<PolicyRule>>;
  readonly presetRules: Fact<Listing<R>>;
  /** The policy of this kind that a preset's rule applies. */
  readonly presetPolicy: (rule: R) => PolicyRule;
}): Fact<Listing<InForce<P>>> =>
  derive({
    name: spec.name,
    needs: { policies: spec.policies, rules: spec.rules, presetRules: withGap(spec.presetRules) },
    from: (facts) => {
      const policies = facts.policies.parts();
      const rules = facts.rules.parts();
      const presets = facts.presetRules.ok
        ? facts.presetRules.value.map(spec.presetPolicy).parts()
        : { items: [], gaps: [facts.presetRules.gap] };
      const gaps = [
        ...policies.gaps,
        ...rules.gaps,
        ...(policies.items.some((policy) => mayBePreset(policy, rules.items)) ? presets.gaps : []),
      ];
      // every organisation has the default or built-in one: an answer without any was hidden from us
      if (policies.items.length === 0 && gaps.length === 0) {
        throw new Unreadable({ cause: 'failed', rights: [], detail: `${spec.policies.source} answered no policy` });
      }
      const placed = policies.items
        .flatMap((policy) => {
          const place = placeOf(policy, rules.items, presets.items);
          return place ? [{ ...policy, place }] : [];
        })
        .sort(byPrecedence);
      return new Listing(
        placed.map((policy, i) => ({ ...policy, effective: i === 0 && gaps.length === 0 })),
        gaps,
      );
    },
  });

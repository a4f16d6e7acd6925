import { check, fail, optional, pass, saw, target } from '@cis-scan/engine';
import { conditionalAccessPolicies } from '../../facts/graph/conditional-access-policies.ts';
import { securityDefaults } from '../../facts/graph/security-defaults.ts';
import { subscribedSkus } from '../../facts/graph/subscribed-skus.ts';
import { carries, LICENCES } from '../../semantics/licences.ts';

export default check({
  title: 'Security defaults are off, Conditional Access stands in their place',
  why: 'Security defaults know no exceptions, risks or devices; they shut out Conditional Access, which can ask for more.',
  fix: 'First enable Conditional Access policies that ask for multifactor authentication and block legacy authentication. Then, in the Entra admin center, Overview, Properties, Manage security defaults, choose Disabled.',
  needs: {
    securityDefaults,
    policies: optional(conditionalAccessPolicies),
    products: optional(subscribedSkus),
  },
  evaluate({ securityDefaults: { enabled }, policies, products }) {
    const found = saw(securityDefaults, { isEnabled: enabled });
    if (enabled) {
      const lists = products.ok
        ? products.value.any(
            (p) => held(carries(p, LICENCES.entraP1)),
            () => held(false),
          )
        : [];
      const without = lists.some((j) => j.verdict === 'fail');
      const context = without
        ? `; the tenant has no ${LICENCES.entraP1.name}, without which they are the best protection there is: get it first`
        : '';
      return [
        fail(target, `security defaults are on, off is wanted, with Conditional Access instead${context}`, found),
      ];
    }
    const some = policies.ok
      ? policies.value.any(
          (p) => held(p.state === 'enabled'),
          () => held(false),
        )
      : [];
    const bare = some.some((j) => j.verdict === 'fail');
    const warning = bare
      ? '; no Conditional Access policy is enabled in their place, which is worse than having them on'
      : '';
    return [pass(target, `security defaults are off${warning}`, found)];
  },
});

/** Whether there is one, in the words of listings: a gap is neither. */
const held = (yes: boolean) => (yes ? pass(target, 'there is one') : fail(target, 'there is none'));

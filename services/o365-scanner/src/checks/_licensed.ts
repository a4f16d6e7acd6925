import {
  fail,
  notApplicable,
  pass,
  saw,
  source,
  target,
  type Needs,
  type Options,
  type Source,
  type ValuesOf,
} from '@cis-scan/engine';
import { subscribedSkus } from '../facts/graph/subscribed-skus.ts';
import { carries, type Licence } from '../semantics/licences.ts';

const needs = { products: subscribedSkus };

/**
 * A source whose answer only means something where the tenant holds a licence. Without it: not-applicable, the licence
 * named, unless the check has the option `whenUnlicensed` and it says fail. Licences that could not be read leave it not
 * assessed, since a fail would be said of what cannot be set.
 */
export function licensed<N extends Needs, O extends Options>(
  licence: Licence,
  inner: Source<N, O>,
): Source<N & typeof needs, O> {
  return source<N & typeof needs, O>({
    needs: { ...inner.needs, ...needs },
    evaluate: (facts, options, context) => {
      const { products } = facts as ValuesOf<typeof needs>;
      const unlicensed = (options as Options)['whenUnlicensed'] === 'fail' ? fail : notApplicable;
      const held = products.any(
        (product) =>
          carries(product, licence)
            ? pass(target, `${product.id} carries ${licence.name}`)
            : notApplicable(target, `${product.id} does not carry ${licence.name}`),
        (_, all) =>
          unlicensed(
            target,
            `the tenant has no ${licence.name}, without which this cannot be set`,
            saw(subscribedSkus, { products: all.map((product) => product.id).sort() }),
          ),
        { about: target },
      );
      return held.every((j) => j.verdict === 'pass') ? inner.evaluate(facts as ValuesOf<N>, options, context) : held;
    },
  });
}

import { expect, test } from '@jest/globals';
import { check } from './check.ts';
import { derive, optional } from './fact.ts';
import { fail, pass, target } from './judgement.ts';
import { Listing } from './listing.ts';
import type { Reading } from './reading.ts';

// What must not compile is proven by `tsc`, which fails on an unused expectation.
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <A, B>(yes: Equal<A, B>): void => expect(yes).toBe(true);

const words = { title: 't', why: 'w', fix: 'f' };
const policy = derive({ name: 'policy', needs: {}, from: (): { readonly length: number } | null => null });
const acls = derive({ name: 'acls', needs: {}, from: () => new Listing([{ id: 'x', region: 'eu-west-1' }]) });

test('a check is handed exactly what it needs, with its gaps', () => {
  const made = check({
    ...words,
    needs: { policy, acls: optional(acls) },
    options: { n: 14, ports: [22], mode: 'x', on: false },
    evaluate(facts, o) {
      is<typeof facts.policy, { readonly length: number } | null>(true);
      is<typeof o.n, number>(true);
      is<typeof o.on, boolean>(true);
      const reading: Reading<unknown> = facts.acls;
      // @ts-expect-error an optional need must be looked at before it is used
      void facts.acls.value;
      // @ts-expect-error a null policy must be looked at
      void facts.policy.length;
      // @ts-expect-error a fact that was not declared is not there
      void facts.other;
      return [pass(target, `${reading.ok}`)];
    },
  });
  expect(() =>
    made.evaluate(
      { policy: { length: 1 }, acls: { ok: true, value: new Listing([]), readAt: '' } } as never,
      made.options as never,
      {} as never,
    ),
  ).not.toThrow();
});

test('a listing can neither be iterated nor counted', () => {
  check({
    ...words,
    needs: { acls },
    evaluate(facts) {
      // @ts-expect-error a listing cannot be iterated past its gaps
      for (const acl of facts.acls) void acl;
      // @ts-expect-error nor counted
      void facts.acls.length;
      return facts.acls.each(
        (acl) => fail(acl, 'x'),
        () => pass(target, 'x'),
      );
    },
  });
  // @ts-expect-error `each` must say what an empty account means
  check({ ...words, needs: { acls }, evaluate: (facts) => facts.acls.each((acl) => fail(acl, 'x')) });
  // @ts-expect-error a check without words
  check({ title: '', needs: {}, evaluate: () => [] });
  expect(new Listing([1])).not.toHaveProperty('length');
});

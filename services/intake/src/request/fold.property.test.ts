import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from './fold.ts';

const words = fc.constantFrom('body', 'scan_input', 'access_type', 'access_input', 'email', 'requestId', 'arn', 'x');
const scalar = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('credentials', 'cross-account'),
);
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(words, tie('tree'), { maxKeys: 5 }),
  ),
}));

test('whatever comes is either a whole request or has a fault; nothing throws', () => {
  fc.assert(
    fc.property(tree, (body) => {
      const { request, faults } = fold(body);
      if (faults.length > 0) return;
      expect(request.targets.length).toBeGreaterThan(0);
      expect(request.emails.length).toBeGreaterThan(0);
    }),
    { numRuns: 2_000 },
  );
});

test('no accepted address can start a header or a second recipient', () => {
  const address = fc
    .tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))
    .map(([a, b]) => `${a}@${b}.com`);
  fc.assert(
    fc.property(address, (email) => {
      for (const accepted of fold({ email }).request.emails) expect(accepted).toMatch(/^[\x21-\x7e]+$/);
      for (const accepted of fold({ email }).request.emails) expect(accepted).not.toMatch(/[\s,;:<>"()]/);
    }),
    { numRuns: 2_000 },
  );
});

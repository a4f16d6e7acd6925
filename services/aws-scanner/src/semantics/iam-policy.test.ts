import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { grantsEverything } from './iam-policy.ts';

const allow = (Action: unknown, Resource: unknown = '*', over = {}) => ({ Effect: 'Allow', Action, Resource, ...over });
const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const answer = (document: unknown) => {
  const result = grantsEverything(document);
  if (!result.ok) throw new Error(result.detail);
  return result;
};

describe('grants everything', () => {
  test.each<[string, unknown, boolean]>([
    ['AdministratorAccess', policy(allow('*')), true],
    ['the two-part spelling', policy(allow('*:*')), true],
    ['lists', policy(allow(['s3:Get*', '*'], ['arn:aws:s3:::b', '*'])), true],
    ['a statement that is no list', { Statement: allow('*') }, true],
    ['URL-encoded, as IAM answers', encodeURIComponent(JSON.stringify(policy(allow('*')))), true],
    [
      'with a condition',
      policy(allow('*', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })),
      true,
    ],
    ['with a deny beside', policy(allow('*'), { Effect: 'Deny', Action: '*', Resource: '*' }), true],
    ['second statement', policy(allow('s3:*'), allow('*')), true],
    ['a deny of everything', policy({ Effect: 'Deny', Action: '*', Resource: '*' }), false],
    ['one service', policy(allow('s3:*')), false],
    ['one resource', policy(allow('*', 'arn:aws:s3:::b')), false],
    ['two statements do not add up', policy(allow('*', 'arn:aws:s3:::b'), allow('s3:*')), false],
    ['all but some actions', policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }), false],
    ['all but some resources', policy({ Effect: 'Allow', Action: '*', NotResource: 'a' }), false],
    ['no statement at all', policy(), false],
  ])('%s: %#', (_, document, grants) => expect(answer(document).grants).toBe(grants));
});

test.each<[string, object, string]>([
  [
    'a condition',
    allow('*', '*', { Sid: 'A', Condition: { Bool: { 'aws:x': 'true' } } }),
    'statement "A" has a condition',
  ],
  ['NotAction', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, 'statement 1 allows all but some actions'],
  ['NotResource', { Effect: 'Allow', Action: '*', NotResource: 'a' }, 'statement 1 allows every action on all but'],
])('notes %s', (_, statement, note) =>
  expect(answer(policy(statement)).notes).toEqual([expect.stringContaining(note)]),
);

test('says which statement and under which conditions', () =>
  expect(answer(policy(allow('s3:*'), allow('*', '*', { Condition: { Bool: { 'aws:X': true } } }))).full).toEqual([
    { statement: 'statement 2', conditions: ['Bool aws:x'] },
  ]));

test('no note where there is nothing to say', () =>
  expect(
    answer(
      policy(
        allow('*'),
        allow('s3:*'),
        { Effect: 'Deny', NotAction: 'x', Resource: '*' },
        { Effect: 'Allow', Action: 's3:*', NotResource: 'a' },
      ),
    ).notes,
  ).toEqual([]));

test('a document that is not understood is not judged', () =>
  expect(grantsEverything('{')).toEqual({ ok: false, detail: expect.any(String) }));

test('one more statement never takes a grant away', () => {
  const statement = fc.record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    Action: fc.subarray(['*', 's3:*', '*:*', 'iam:Get*'], { minLength: 1 }),
    Resource: fc.subarray(['*', 'arn:aws:s3:::b'], { minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(statement), statement, (list, more) => {
      if (answer(policy(...list)).grants) expect(answer(policy(...list, more)).grants).toBe(true);
      expect(answer(policy(...list, more)).grants).toBe(answer(policy(more, ...list)).grants);
    }),
  );
});

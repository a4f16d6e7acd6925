import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actionCovers, isEveryAction, isEveryone, readPolicy, resourceCovers, statementLabel } from './policy.ts';

const allow = { Effect: 'Allow', Action: '*', Resource: '*' };
const document = { Version: '2012-10-17', Statement: [allow] };
const statements = (value: unknown) => {
  const reading = readPolicy(value);
  if (!reading.ok) throw new Error(reading.detail);
  return reading.statements;
};

describe('one form for all', () => {
  test.each([
    ['an object', document],
    ['a statement that is no list', { Statement: allow }],
    ['JSON text', JSON.stringify(document)],
    ['JSON text with white space before', `\n  ${JSON.stringify(document)}`],
    ['URL-encoded text', encodeURIComponent(JSON.stringify(document))],
    ['text with a percent sign that is no code', JSON.stringify({ Statement: allow, Id: '100%' })],
  ])('%s', (_, value) =>
    expect(statements(value)).toEqual([
      {
        index: 0,
        sid: null,
        effect: 'Allow',
        actions: ['*'],
        notActions: null,
        resources: ['*'],
        notResources: null,
        principals: null,
        notPrincipals: null,
        conditions: [],
      },
    ]),
  );

  test('every element', () =>
    expect(
      statements({
        Statement: {
          Sid: 'S',
          Effect: 'Deny',
          NotAction: 's3:Get*',
          NotResource: ['a', 'b'],
          Principal: { AWS: ['1', '2'], Service: 'x' },
          NotPrincipal: '*',
          Condition: { Bool: { 'aws:SecureTransport': false }, NumericLessThan: { 's3:TlsVersion': [1.2, '1.3'] } },
        },
      })[0],
    ).toMatchObject({
      sid: 'S',
      actions: null,
      notActions: ['s3:Get*'],
      resources: null,
      notResources: ['a', 'b'],
      principals: [
        { type: 'AWS', id: '1' },
        { type: 'AWS', id: '2' },
        { type: 'Service', id: 'x' },
      ],
      notPrincipals: '*',
      conditions: [
        { operator: 'Bool', key: 'aws:securetransport', values: ['false'] },
        { operator: 'NumericLessThan', key: 's3:tlsversion', values: ['1.2', '1.3'] },
      ],
    }));

  test('a statement is called by its name, or by its place from one on', () => {
    const [first, second, third] = statements({ Statement: [{ ...allow, Sid: 'Open' }, allow, { ...allow, Sid: '' }] });
    const labels = [first, second, third].map((s) => s && statementLabel(s));
    expect(labels).toEqual(['statement "Open"', 'statement 2', 'statement 3']);
  });
});

describe('what is no policy', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a list', [document]],
    ['no text', ''],
    ['broken JSON', '{"Statement": ['],
    ['a broken escape', '%7B%'],
    ['no statement', { Version: '2012-10-17' }],
    ['a statement of text', { Statement: 'Allow' }],
    ['an unknown effect', { Statement: { ...allow, Effect: 'allow' } }],
    ['an action that is no text', { Statement: { ...allow, Action: [1] } }],
    ['a resource that is null', { Statement: { ...allow, Resource: null } }],
    ['a principal of plain text', { Statement: { ...allow, Principal: '123456789012' } }],
    ['a principal list', { Statement: { ...allow, Principal: ['*'] } }],
    ['a condition of text', { Statement: { ...allow, Condition: 'x' } }],
    ['an operator without keys', { Statement: { ...allow, Condition: { Bool: 'x' } } }],
    ['a condition on an object', { Statement: { ...allow, Condition: { Bool: { a: {} } } } }],
    ['one good and one bad statement', { Statement: [allow, {}] }],
    ['nesting without end', '['.repeat(100_000)],
    ['too much text', ' '.repeat(600_000)],
  ])('%s', (_, value) => expect(readPolicy(value)).toEqual({ ok: false, detail: expect.any(String) }));

  test('the detail does not quote the document', () =>
    expect(readPolicy('{ "secret": s3cr3t')).toEqual({ ok: false, detail: 'the document is not valid JSON' }));

  test('never throws', () => {
    const hostile = fc.oneof(
      fc.anything({ maxDepth: 4 }),
      fc.json().map((json) => `{"Statement":${json}}`),
      fc.object().map((s) => ({ Statement: [{ ...allow, ...s }] })),
      fc.string().map((s) => `%${s}`),
    );
    fc.assert(
      fc.property(hostile, (value) => expect(typeof readPolicy(value).ok).toBe('boolean')),
      { numRuns: 500 },
    );
  });
});

test.each([
  ['*', true],
  ['*:*', true],
  ['**', true],
  ['s3:*', false],
  ['*:Get*', false],
  ['', false],
])('%s is every action: %s', (pattern, yes) => expect(isEveryAction(pattern)).toBe(yes));

test.each([
  ['*', 's3:GetObject', true],
  ['*:*', 's3:*', true],
  ['s3:*', 's3:*', true],
  ['S3:getobject', 's3:GetObject', true],
  ['s3:Get*', 's3:GetObject', true],
  ['s3:GetObjec?', 's3:GetObject', true],
  ['s3:Get*', 's3:*', false],
  ['s3:PutObject', 's3:GetObject', false],
  ['s3:GetObject', 's3:GetObjectAcl', false],
  ['ec2:*', 's3:GetObject', false],
])('action %s covers %s: %s', (pattern, action, yes) => expect(actionCovers(pattern, action)).toBe(yes));

test.each([
  ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/*', true],
  ['arn:aws:s3:::b*', 'arn:aws:s3:::b/*', true],
  ['*', 'arn:aws:s3:::b/*', true],
  ['arn:aws:s3:::b/x*', 'arn:aws:s3:::b/*', false],
  ['arn:aws:s3:::B/*', 'arn:aws:s3:::b/*', false],
  ['arn:aws:s3:::b', 'arn:aws:s3:::b/*', false],
])('resource %s covers %s: %s', (pattern, resource, yes) => expect(resourceCovers(pattern, resource)).toBe(yes));

test.each<[unknown, boolean]>([
  ['*', true],
  [{ AWS: '*' }, true],
  [{ AWS: ['arn:aws:iam::1:root', '*'] }, true],
  [{ '*': '*' }, true],
  [{ AWS: 'arn:aws:iam::1:root' }, false],
  [{ Service: '*' }, false],
  [{ AWS: [] }, false],
])('principal %j is everyone: %s', (principal, yes) =>
  expect(isEveryone(statements({ Statement: { ...allow, Principal: principal } })[0]?.principals ?? null)).toBe(yes),
);

test('no principal is not everyone', () => expect(isEveryone(null)).toBe(false));

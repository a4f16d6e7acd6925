import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeFilter, publishedForms, type FilterRequirement } from './monitored-event.ts';

const routes: FilterRequirement = {
  kind: 'event-names',
  names: ['CreateRoute', 'DeleteRoute'],
  source: { value: 'ec2.amazonaws.com', required: false },
};
const keys: FilterRequirement = {
  kind: 'event-names',
  names: ['DisableKey', 'ScheduleKeyDeletion'],
  source: { value: 'kms.amazonaws.com', required: true },
};
const refused: FilterRequirement = {
  kind: 'expression',
  anyOf: ['$.errorCode = "*UnauthorizedOperation"', '$.errorCode = "AccessDenied*"'],
  optionalExclusions: ['$.sourceIPAddress != "delivery.logs.amazonaws.com"', '$.eventName != "HeadBucket"'],
};
const signIn: FilterRequirement = {
  kind: 'expression',
  allOf: ['$.eventName = "ConsoleLogin"', '$.additionalEventData.MFAUsed != "Yes"'],
  optionalExclusions: ['$.userIdentity.type = "IAMUser"', '$.responseElements.ConsoleLogin = "Success"'],
};
const root: FilterRequirement = {
  kind: 'expression',
  allOf: ['$.userIdentity.type = "Root"', '$.userIdentity.invokedBy NOT EXISTS', '$.eventType != "AwsServiceEvent"'],
};

const A = '($.errorCode = "*UnauthorizedOperation")';
const B = '($.errorCode = "AccessDenied*")';
const C = '($.sourceIPAddress!="delivery.logs.amazonaws.com")';
const D = '($.eventName!="HeadBucket")';
const create = '($.eventName = CreateRoute)';
const remove = '($.eventName = DeleteRoute)';
const ec2 = '($.eventSource = ec2.amazonaws.com)';
const kms = '($.eventSource = kms.amazonaws.com)';
const disable = '($.eventName=DisableKey)';
const schedule = '($.eventName=ScheduleKeyDeletion)';
const noMfa = '($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes")';
const user = '($.userIdentity.type = "IAMUser")';
const success = '($.responseElements.ConsoleLogin = "Success")';
const rootUse =
  '$.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent"';

const COVERED = 'covered';
describe('what a filter does not match', () => {
  test.each<[string, FilterRequirement, string, readonly string[] | typeof COVERED]>([
    ['all names', routes, `{ ${create} || ${remove} }`, COVERED],
    [
      'in another order, unquoted, without spaces',
      routes,
      '{($.eventName="DeleteRoute")||($.eventName=CreateRoute)}',
      COVERED,
    ],
    ['with more names', routes, `{ ${create} || ${remove} || ($.eventName = CreateVpc) }`, COVERED],
    ['with the right source around', routes, `{ ${ec2} && (${create} || ${remove}) }`, COVERED],
    ['with the right source on the first name', routes, `{ ${ec2} && ${create} || ${remove} }`, COVERED],
    ['by a wildcard', routes, '{ $.eventName = *Route }', COVERED],
    ['by leaving others out', routes, '{ $.eventName != "Describe*" }', COVERED],
    ['everything', routes, '', COVERED],
    ['one name missing', routes, `{ ${create} }`, ['DeleteRoute']],
    ['a wildcard that misses one', routes, '{ $.eventName = Create* }', ['DeleteRoute']],
    [
      'the wrong source',
      routes,
      `{ ($.eventSource = s3.amazonaws.com) && (${create} || ${remove}) }`,
      ['CreateRoute', 'DeleteRoute'],
    ],
    ['narrowed', routes, `{ (${create} || ${remove}) && $.errorCode NOT EXISTS }`, ['CreateRoute', 'DeleteRoute']],
    ['one name narrowed', routes, `{ ${create} || ${remove} && ($.userIdentity.type = Root) }`, ['DeleteRoute']],
    ['a name in other case', routes, `{ ($.eventName = createroute) || ${remove} }`, ['CreateRoute']],
    ['the required source', keys, `{ ${kms} && (${disable} || ${schedule}) }`, COVERED],
    ['the required source left out, so more is matched', keys, `{ ${disable} || ${schedule} }`, COVERED],
    ['only the source', keys, `{ ${kms} }`, COVERED],
    ['another source', keys, `{ ${ec2} && (${disable} || ${schedule}) }`, ['DisableKey', 'ScheduleKeyDeletion']],
    ['two terms', refused, `{ ${A} || ${B} }`, COVERED],
    ['four terms joined by or', refused, `{ ${A} || ${B} || ${C} || ${D} }`, COVERED],
    ['the exclusions on the second term', refused, `{ ${A} || (${B} && ${C} && ${D}) }`, COVERED],
    ['the exclusions on both terms', refused, `{ (${A} || ${B}) && ${C} && ${D} }`, COVERED],
    ['one exclusion', refused, `{ ${A} || (${B} && ${D}) }`, COVERED],
    ['a wider error code', refused, '{ $.errorCode = "*" }', COVERED],
    ['one term missing', refused, `{ ${A} }`, ['$.errorCode = "AccessDenied*"']],
    [
      'an exact error code',
      refused,
      '{ $.errorCode = "*UnauthorizedOperation" || $.errorCode = AccessDenied }',
      ['$.errorCode = "AccessDenied*"'],
    ],
    [
      'an exclusion that is not listed',
      refused,
      `{ (${A} || ${B}) && ($.eventName != "GetObject") }`,
      refused.anyOf ?? [],
    ],
    ['sign-in', signIn, `{ ${noMfa} }`, COVERED],
    ['sign-in of users, successful', signIn, `{ ${noMfa} && ${user} && ${success} }`, COVERED],
    ['any sign-in', signIn, '{ $.eventName = ConsoleLogin }', COVERED],
    [
      'sign-in of root alone',
      signIn,
      `{ ${noMfa} && ($.userIdentity.type = Root) }`,
      [(signIn.allOf ?? []).join(' && ')],
    ],
    ['root use', root, `{ ${rootUse} }`, COVERED],
    ['root use, only where refused', root, `{ ${rootUse} && $.errorCode EXISTS }`, [(root.allOf ?? []).join(' && ')]],
  ])('%s', (_, requirement, pattern, missing) =>
    expect(judgeFilter(pattern, requirement)).toEqual(
      missing === COVERED ? { covers: true } : { covers: false, missing },
    ),
  );
});

test('a pattern that cannot be read misses everything and says why', () =>
  expect(judgeFilter('?CreateRoute', routes)).toEqual({
    covers: false,
    missing: ['CreateRoute', 'DeleteRoute'],
    detail: expect.stringContaining('not a JSON pattern'),
  }));

test('a requirement of ours that is no term is a defect', () =>
  expect(() => judgeFilter('', { kind: 'expression', allOf: ['nonsense'] })).toThrow('is not a term'));

describe('only the published text', () => {
  const exact = { exactPatternsOnly: true };
  test.each<[FilterRequirement, string, boolean]>([
    [routes, `{ ${remove} || ${create} }`, true],
    [routes, `{ ${ec2} && ${create} || ${remove} }`, true],
    [routes, `{ ${ec2} && (${create} || ${remove}) }`, true],
    [routes, `{ ${create} || ${remove} || ($.eventName = CreateVpc) }`, false],
    [keys, `{ ${kms} && (${disable} || ${schedule}) }`, true],
    [keys, `{ ${disable} || ${schedule} }`, false],
    [refused, `{ ${A} || ${B} }`, true],
    [refused, `{ ${A} || ${B} || ${C} || ${D} }`, true],
    [refused, `{ ${A} || (${B} && ${C} && ${D}) }`, true],
    [refused, `{ (${A} || ${B}) && ${C} && ${D} }`, false],
    [signIn, `{ ${noMfa} }`, true],
    [signIn, `{ ${noMfa} && ${user} && ${success} }`, true],
    [signIn, `{ ${noMfa} && ${user} }`, false],
    [root, `{${rootUse}}`, true],
  ])('%#: %s', (requirement, pattern, yes) => expect(judgeFilter(pattern, requirement, exact).covers).toBe(yes));

  test('says that the meaning would have been right', () =>
    expect(judgeFilter('', root, exact)).toEqual({
      covers: false,
      missing: [],
      detail: expect.stringContaining('published'),
    }));
});

test.each([
  routes,
  keys,
  refused,
  signIn,
  root,
  { kind: 'event-names', names: ['X', 'Y', 'Z'] } satisfies FilterRequirement,
])('every published form meets its requirement: %#', (requirement) => {
  for (const form of publishedForms(requirement)) {
    expect(judgeFilter(form, requirement, { exactPatternsOnly: true })).toEqual({ covers: true });
  }
});

test('a condition more never makes a filter good, a name more never makes it bad', () => {
  const condition = fc.constantFrom(
    '$.a = b',
    '$.errorCode NOT EXISTS',
    create,
    ec2,
    '$.eventName = *',
    '$.readOnly IS FALSE',
  );
  const joined = (sign: string): fc.Arbitrary<string> =>
    fc
      .array(fc.oneof(condition, fc.constantFrom(create, remove)), { minLength: 1, maxLength: 4 })
      .map((c) => c.map((x) => `(${x})`).join(sign));
  fc.assert(
    fc.property(fc.oneof(joined(' || '), joined(' && ')), condition, (body, more) => {
      const good = judgeFilter(`{ ${body} }`, routes).covers;
      if (!good) expect(judgeFilter(`{ (${body}) && (${more}) }`, routes).covers).toBe(false);
      if (good) expect(judgeFilter(`{ (${body}) || (${more}) }`, routes).covers).toBe(true);
    }),
  );
});

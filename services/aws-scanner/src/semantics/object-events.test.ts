import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { objectEventsOf, recordsAllBuckets, type EventSelectors, type FieldSelector } from './event-selectors.ts';

const b = { name: 'b', partition: 'aws' };
const china = { name: 'b', partition: 'aws-cn' };
const basic = (
  values: string[],
  readWriteType: 'All' | 'ReadOnly' | 'WriteOnly' = 'All',
  type = 'AWS::S3::Object',
): EventSelectors => ({
  basic: [
    {
      readWriteType,
      includeManagementEvents: true,
      excludeManagementEventSources: [],
      dataResources: [{ type, values }],
    },
  ],
  advanced: [],
});
const data: FieldSelector = { field: 'eventCategory', equals: ['Data'] };
const objects: FieldSelector = { field: 'resources.type', equals: ['AWS::S3::Object'] };
const arn = (over: Omit<FieldSelector, 'field'>): FieldSelector => ({ field: 'resources.ARN', ...over });
const advanced = (...fields: FieldSelector[]): EventSelectors => ({ basic: [], advanced: [{ name: null, fields }] });
const s3 = (...fields: FieldSelector[]): EventSelectors => advanced(data, objects, ...fields);

describe('objects of bucket b in partition aws, and of all buckets', () => {
  test.each<[string, EventSelectors, 'whole' | 'part' | 'none', boolean]>([
    ['nothing', { basic: [], advanced: [] }, 'none', false],
    ['all buckets, short', basic(['arn:aws:s3']), 'whole', true],
    ['all buckets, long', basic(['arn:aws:s3:::']), 'whole', true],
    ['this bucket', basic(['arn:aws:s3:::a/', 'arn:aws:s3:::b/']), 'whole', false],
    ['a prefix in it', basic(['arn:aws:s3:::b/logs/']), 'part', false],
    ['another bucket', basic(['arn:aws:s3:::bb/']), 'none', false],
    ['a name without slash', basic(['arn:aws:s3:::b']), 'none', false],
    ['another partition', basic(['arn:aws-cn:s3:::']), 'none', false],
    ['functions', basic(['arn:aws:lambda'], 'All', 'AWS::Lambda::Function'), 'none', false],
    ['another type with the value', basic(['arn:aws:s3'], 'All', 'AWS::Lambda::Function'), 'none', false],
    ['advanced, all', s3(), 'whole', true],
    ['advanced, by beginning', s3(arn({ startsWith: ['arn:aws:s3:::a/', 'arn:aws:s3:::b/'] })), 'whole', false],
    ['advanced, all by beginning', s3(arn({ startsWith: ['arn:aws:s3:::'] })), 'whole', true],
    ['advanced, family of names', s3(arn({ startsWith: ['arn:aws:s3:::b'] })), 'whole', false],
    ['advanced, prefix', s3(arn({ startsWith: ['arn:aws:s3:::b/logs/'] })), 'part', false],
    ['advanced, other bucket', s3(arn({ startsWith: ['arn:aws:s3:::a/'] })), 'none', false],
    ['advanced, one object', s3(arn({ equals: ['arn:aws:s3:::b/key'] })), 'part', false],
    ['advanced, equals the bucket, which is no object', s3(arn({ equals: ['arn:aws:s3:::b/'] })), 'none', false],
    ['advanced, by ending', s3(arn({ endsWith: ['.log'] })), 'part', false],
    ['advanced, but not by ending', s3(arn({ notEndsWith: ['.log'] })), 'part', false],
    ['advanced, but not this bucket', s3(arn({ notStartsWith: ['arn:aws:s3:::b/'] })), 'none', false],
    ['advanced, but not this bucket by name', s3(arn({ notEquals: ['arn:aws:s3:::b/'] })), 'none', false],
    ['advanced, but not this bucket without slash', s3(arn({ notEquals: ['arn:aws:s3:::b'] })), 'none', false],
    ['advanced, but not the log bucket', s3(arn({ notStartsWith: ['arn:aws:s3:::logs/'] })), 'whole', false],
    ['advanced, but not the log bucket by name', s3(arn({ notEquals: ['arn:aws:s3:::logs/'] })), 'whole', false],
    ['advanced, but not a prefix', s3(arn({ notStartsWith: ['arn:aws:s3:::b/tmp/'] })), 'part', false],
    ['advanced, but not one object', s3(arn({ notEquals: ['arn:aws:s3:::b/x'] })), 'part', false],
    [
      'advanced, this one but not a prefix',
      s3(arn({ startsWith: ['arn:aws:s3:::b/'], notStartsWith: ['arn:aws:s3:::b/x'] })),
      'part',
      false,
    ],
    [
      'advanced, empty lists',
      s3(arn({ equals: [], startsWith: [], endsWith: [], notEquals: [], notStartsWith: [], notEndsWith: [] })),
      'whole',
      true,
    ],
    ['advanced, some events', s3({ field: 'eventName', equals: ['DeleteObject'] }), 'part', false],
    ['advanced, S3 as source', s3({ field: 'eventSource', equals: ['s3.amazonaws.com'] }), 'whole', true],
    ['advanced, source left out', s3({ field: 'eventSource', notEquals: ['kms.amazonaws.com'] }), 'part', false],
    ['advanced, without type', advanced(data), 'none', false],
    [
      'advanced, other type',
      advanced(data, { field: 'resources.type', equals: ['AWS::Lambda::Function'] }),
      'none',
      false,
    ],
    ['advanced, management', advanced({ field: 'eventCategory', equals: ['Management'] }, objects), 'none', false],
    ['advanced, both kinds of access by name', s3({ field: 'readOnly', equals: ['true', 'false'] }), 'whole', true],
  ])('%s', (_, selectors, extent, all) => {
    for (const access of ['read', 'write'] as const) {
      expect(objectEventsOf(selectors, access, b)).toBe(extent);
      expect(recordsAllBuckets(selectors, access, 'aws')).toBe(all);
    }
  });

  test.each(['startsWith', 'endsWith', 'notEquals', 'notStartsWith', 'notEndsWith'] as const)(
    'S3 as source with %s beside it is a part',
    (operator) => {
      const selectors = s3({ field: 'eventSource', equals: ['s3.amazonaws.com'], [operator]: ['x'] });
      expect(objectEventsOf(selectors, 'read', b)).toBe('part');
    },
  );

  test('another partition has other buckets', () => {
    expect(objectEventsOf(basic(['arn:aws-cn:s3']), 'read', china)).toBe('whole');
    expect(objectEventsOf(basic(['arn:aws:s3']), 'read', china)).toBe('none');
  });
});

describe('reads and writes apart', () => {
  test.each<[string, EventSelectors, boolean, boolean]>([
    ['basic, reads', basic(['arn:aws:s3'], 'ReadOnly'), true, false],
    ['basic, writes', basic(['arn:aws:s3'], 'WriteOnly'), false, true],
    ['advanced, reads', s3({ field: 'readOnly', equals: ['true'] }), true, false],
    ['advanced, writes', s3({ field: 'readOnly', equals: ['false'] }), false, true],
  ])('%s', (_, selectors, read, write) => {
    expect(objectEventsOf(selectors, 'read', b) === 'whole').toBe(read);
    expect(objectEventsOf(selectors, 'write', b) === 'whole').toBe(write);
    expect(recordsAllBuckets(selectors, 'read', 'aws')).toBe(read);
    expect(recordsAllBuckets(selectors, 'write', 'aws')).toBe(write);
  });
});

const ORDER = ['none', 'part', 'whole'];
const value = fc.constantFrom(
  'arn:aws:s3:::',
  'arn:aws:s3:::b',
  'arn:aws:s3:::b/',
  'arn:aws:s3:::b/x',
  'arn:aws:s3:::b/xy',
  'arn:aws:s3:::c/',
);
const operator = fc.constantFrom('equals', 'startsWith', 'endsWith', 'notEquals', 'notStartsWith', 'notEndsWith');
const field = fc.tuple(operator, value).map(([name, v]) => arn({ [name]: [v] }));

describe('properties', () => {
  const keys = ['b/', 'b/x', 'b/xy', 'b/z', 'c/', 'c/x', 'bb/x'].map((key) => `arn:aws:s3:::${key}`);
  const recorded = (f: FieldSelector, key: string): boolean =>
    (f.equals?.includes(key) ?? true) &&
    (f.startsWith?.some((v) => key.startsWith(v)) ?? true) &&
    (f.endsWith?.some((v) => key.endsWith(v)) ?? true) &&
    !f.notEquals?.includes(key) &&
    !f.notStartsWith?.some((v) => key.startsWith(v)) &&
    !f.notEndsWith?.some((v) => key.endsWith(v));

  test('"whole" holds for every object, "all buckets" too, and an object that is recorded forbids "none"', () => {
    fc.assert(
      fc.property(fc.array(field, { maxLength: 3 }), (fields) => {
        const selectors = s3(...fields);
        const extent = objectEventsOf(selectors, 'write', b);
        const taken = (key: string): boolean => fields.every((f) => recorded(f, key));
        const within = keys.filter((key) => key.startsWith('arn:aws:s3:::b/') && key !== 'arn:aws:s3:::b/');
        if (extent === 'whole') expect(within.every(taken)).toBe(true);
        if (recordsAllBuckets(selectors, 'write', 'aws')) expect(keys.every(taken)).toBe(true);
        const leavesBucketOut = fields.some((f) => f.notEquals?.some((v) => /:::b\/?$/.test(v)));
        if (within.some(taken) && !leavesBucketOut) expect(extent).not.toBe('none');
      }),
      { numRuns: 1000 },
    );
  });

  test('one more condition never records more, one more selector never less', () => {
    fc.assert(
      fc.property(fc.array(field, { maxLength: 2 }), field, (fields, more) => {
        const before = ORDER.indexOf(objectEventsOf(s3(...fields), 'read', b));
        expect(ORDER.indexOf(objectEventsOf(s3(...fields, more), 'read', b))).toBeLessThanOrEqual(before);
        const two: EventSelectors = { basic: [], advanced: [...s3(...fields).advanced, ...s3(more).advanced] };
        expect(ORDER.indexOf(objectEventsOf(two, 'read', b))).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

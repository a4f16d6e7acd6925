import { describe, expect, test } from '@jest/globals';
import { managementEvents, type BasicSelector, type FieldSelector } from './event-selectors.ts';

const basic = (over: Partial<BasicSelector> = {}): BasicSelector => ({
  readWriteType: 'All',
  includeManagementEvents: true,
  excludeManagementEventSources: [],
  dataResources: [],
  ...over,
});
const management: FieldSelector = { field: 'eventCategory', equals: ['Management'] };
const readOnly = (value: string): FieldSelector => ({ field: 'readOnly', equals: [value] });
const noKms: FieldSelector = { field: 'eventSource', notEquals: ['kms.amazonaws.com'] };
const advanced = (...fields: FieldSelector[]) => ({ name: null, fields: [management, ...fields] });

describe('basic selectors record', () => {
  test.each<[string, BasicSelector[], { read: boolean; write: boolean; excludedSources?: string[] }]>([
    ['nothing', [], { read: false, write: false }],
    ['everything', [basic()], { read: true, write: true }],
    ['reads', [basic({ readWriteType: 'ReadOnly' })], { read: true, write: false }],
    ['writes', [basic({ readWriteType: 'WriteOnly' })], { read: false, write: true }],
    [
      'reads and writes by two',
      [basic({ readWriteType: 'ReadOnly' }), basic({ readWriteType: 'WriteOnly' })],
      { read: true, write: true },
    ],
    ['data events only', [basic({ includeManagementEvents: false })], { read: false, write: false }],
    [
      'all but some sources',
      [basic({ excludeManagementEventSources: ['rdsdata.amazonaws.com', 'kms.amazonaws.com'] })],
      { read: true, write: true, excludedSources: ['kms.amazonaws.com', 'rdsdata.amazonaws.com'] },
    ],
    [
      'what one leaves out and another does not',
      [basic({ excludeManagementEventSources: ['kms.amazonaws.com'] }), basic()],
      { read: true, write: true },
    ],
  ])('%s', (_, selectors, expected) =>
    expect(managementEvents({ basic: selectors, advanced: [] })).toEqual({
      excludedSources: [],
      all: expected.read && expected.write,
      ...expected,
    }),
  );
});

describe('advanced selectors record', () => {
  test.each<[string, FieldSelector[][], { read: boolean; write: boolean; excludedSources?: string[] }]>([
    ['everything', [[]], { read: true, write: true }],
    ['reads', [[readOnly('true')]], { read: true, write: false }],
    ['writes', [[readOnly('false')]], { read: false, write: true }],
    ['both by two', [[readOnly('true')], [readOnly('false')]], { read: true, write: true }],
    ['both by name', [[{ field: 'readOnly', equals: ['true', 'false'] }]], { read: true, write: true }],
    ['not reads', [[{ field: 'readOnly', notEquals: ['true'] }]], { read: false, write: true }],
    [
      'an empty list is no condition',
      [[{ field: 'readOnly', equals: [], notEquals: [] }]],
      { read: true, write: true },
    ],
    ['all but a source', [[noKms]], { read: true, write: true, excludedSources: ['kms.amazonaws.com'] }],
    [
      'all but a source in reads',
      [[readOnly('true'), noKms], [readOnly('false')]],
      { read: true, write: true, excludedSources: ['kms.amazonaws.com'] },
    ],
    ['one source only', [[{ field: 'eventSource', equals: ['iam.amazonaws.com'] }]], { read: false, write: false }],
    [
      'sources left out by beginning',
      [[{ field: 'eventSource', notStartsWith: ['k'] }]],
      { read: false, write: false },
    ],
    ['sources by beginning', [[{ field: 'eventSource', startsWith: ['k'] }]], { read: false, write: false }],
    ['sources by ending', [[{ field: 'eventSource', endsWith: ['.com'] }]], { read: false, write: false }],
    ['sources left out by ending', [[{ field: 'eventSource', notEndsWith: ['.com'] }]], { read: false, write: false }],
    ['one event only', [[{ field: 'eventName', equals: ['CreateUser'] }]], { read: false, write: false }],
    ['some events left out', [[{ field: 'eventName', notEquals: ['Decrypt'] }]], { read: false, write: false }],
  ])('%s', (_, selectors, expected) =>
    expect(managementEvents({ basic: [], advanced: selectors.map((fields) => advanced(...fields)) })).toEqual({
      excludedSources: [],
      all: expected.read && expected.write,
      ...expected,
    }),
  );

  test.each(['startsWith', 'endsWith', 'notStartsWith', 'notEndsWith'] as const)(
    'nothing for certain where readOnly is asked by %s',
    (operator) => {
      const odd = advanced({ field: 'readOnly', [operator]: ['t'] });
      expect(managementEvents({ basic: [], advanced: [odd] })).toMatchObject({ read: false, write: false });
    },
  );

  test('nothing of management when they are for data', () => {
    const data = { name: 'x', fields: [{ field: 'eventCategory', equals: ['Data'] }] };
    expect(managementEvents({ basic: [], advanced: [data] }).all).toBe(false);
  });
});

import {
  accessOf,
  basicRecords,
  isForCategory,
  uses,
  type Access,
  type AdvancedSelector,
  type EventSelectors,
} from './selector-fields.ts';

/** Which management events a trail records. */
export interface ManagementEvents {
  readonly read: boolean;
  readonly write: boolean;
  /** True: both. */
  readonly all: boolean;
  /** Services left out (KMS, the RDS Data API), sorted. The benchmark does not name them. */
  readonly excludedSources: readonly string[];
}

/** Sources that an advanced management selector leaves out; `undefined` when it leaves out more than sources. */
function excludedBy(selector: AdvancedSelector): readonly string[] | undefined {
  const excluded: string[] = [];
  for (const field of selector.fields) {
    if (field.field === 'eventCategory' || field.field === 'readOnly') continue;
    if (field.field !== 'eventSource' || uses(field, ['equals', 'startsWith', 'endsWith'])) return undefined;
    if (uses(field, ['notStartsWith', 'notEndsWith'])) return undefined;
    excluded.push(...(field.notEquals ?? []));
  }
  return excluded;
}

/** What is left out when several selectors record the same access: what all of them leave out. */
const commonTo = (lists: readonly (readonly string[])[]): readonly string[] =>
  (lists[0] ?? []).filter((source) => lists.every((list) => list.includes(source)));

/**
 * Which management events the selectors record, taken together: one for reads and one for writes are as good as one for both.
 * An advanced selector that picks single services, events or sessions does not count; one that leaves some sources out does, and names them.
 */
export function managementEvents(selectors: EventSelectors): ManagementEvents {
  const recording = (access: Access): readonly (readonly string[])[] => [
    ...selectors.basic
      .filter((s) => s.includeManagementEvents && basicRecords(s, access))
      .map((s) => s.excludeManagementEventSources),
    ...selectors.advanced
      .filter((s) => isForCategory(s, 'Management') && accessOf(s).includes(access))
      .flatMap((s) => {
        const excluded = excludedBy(s);
        return excluded === undefined ? [] : [excluded];
      }),
  ];
  const reads = recording('read');
  const writes = recording('write');
  const read = reads.length > 0;
  const write = writes.length > 0;
  const excludedSources = [...new Set([...commonTo(reads), ...commonTo(writes)])].sort();
  return { read, write, all: read && write, excludedSources };
}

export type { Access, AdvancedSelector, BasicSelector, EventSelectors, FieldSelector } from './selector-fields.ts';
export { objectEventsOf, recordsAllBuckets, type Extent } from './object-events.ts';

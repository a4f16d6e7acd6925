import { bucketArn } from './arn.ts';
import { accessOf, basicRecords, isForCategory, uses } from './selector-fields.ts';
import type { Access, AdvancedSelector, BasicSelector, EventSelectors, FieldSelector } from './selector-fields.ts';

/** How much of a bucket (or of all buckets) a trail records: every object, some objects or some events only, or none. */
export type Extent = 'whole' | 'part' | 'none';

const S3_OBJECT = 'AWS::S3::Object';
const BESIDE_EQUALS = ['startsWith', 'endsWith', 'notEquals', 'notStartsWith', 'notEndsWith'] as const;

/** The less of two conditions that must both hold. */
const least = (extents: readonly Extent[]): Extent =>
  extents.includes('none') ? 'none' : extents.includes('part') ? 'part' : 'whole';
const most = (extents: readonly Extent[]): Extent =>
  extents.includes('whole') ? 'whole' : extents.includes('part') ? 'part' : 'none';

/**
 * The objects asked about are all whose ARN begins with `prefix`: `arn:aws:s3:::bucket/` for a bucket, `arn:aws:s3:::` for all, also
 * those that do not exist yet. A value that begins the prefix takes in all of them, one that goes on from it a part.
 */
const byPrefix = (value: string, prefix: string): Extent =>
  prefix.startsWith(value) ? 'whole' : value.startsWith(prefix) ? 'part' : 'none';
const without = (extent: Extent): Extent => (extent === 'whole' ? 'none' : extent === 'none' ? 'whole' : 'part');

function basicExtent(selector: BasicSelector, access: Access, prefix: string, partition: string): Extent {
  if (!basicRecords(selector, access)) return 'none';
  const all = [`arn:${partition}:s3`, `arn:${partition}:s3:::`];
  const values = selector.dataResources.filter((resource) => resource.type === S3_OBJECT).flatMap((r) => r.values);
  return most(
    values.map((value) =>
      all.includes(value) || value === prefix ? 'whole' : value.startsWith(prefix) ? 'part' : 'none',
    ),
  );
}

/** What a condition on `resources.ARN` leaves of the objects under the prefix. */
function arnExtent(field: FieldSelector, prefix: string): Extent {
  const bucket = prefix.replace(/\/$/, '');
  // An exact ARN is one object at most; who excludes the bucket itself means to leave it out.
  const exact = (value: string): Extent => (value !== prefix && value.startsWith(prefix) ? 'part' : 'none');
  const excluded = (value: string): Extent => (value === prefix || value === bucket ? 'none' : without(exact(value)));
  const extents: Extent[] = [];
  if (uses(field, ['endsWith', 'notEndsWith'])) extents.push('part');
  if (uses(field, ['equals'])) extents.push(most((field.equals ?? []).map(exact)));
  if (uses(field, ['startsWith'])) extents.push(most((field.startsWith ?? []).map((value) => byPrefix(value, prefix))));
  for (const value of field.notStartsWith ?? []) extents.push(without(byPrefix(value, prefix)));
  for (const value of field.notEquals ?? []) extents.push(excluded(value));
  return least(extents);
}

function fieldExtent(field: FieldSelector, prefix: string): Extent {
  switch (field.field) {
    case 'eventCategory':
    case 'readOnly': // both are read before
      return 'whole';
    case 'resources.type':
      return field.equals?.includes(S3_OBJECT) === true ? 'whole' : 'none';
    case 'resources.ARN':
      return arnExtent(field, prefix);
    case 'eventSource':
      return field.equals?.includes('s3.amazonaws.com') === true && !uses(field, BESIDE_EQUALS) ? 'whole' : 'part';
    default:
      return 'part';
  }
}

function advancedExtent(selector: AdvancedSelector, access: Access, prefix: string): Extent {
  if (!isForCategory(selector, 'Data') || !accessOf(selector).includes(access)) return 'none';
  // CloudTrail wants a type in every data selector; one without it is of a form we do not know.
  if (!selector.fields.some((field) => field.field === 'resources.type')) return 'none';
  return least(selector.fields.map((field) => fieldExtent(field, prefix)));
}

function extentUnder(selectors: EventSelectors, access: Access, prefix: string, partition: string): Extent {
  return most([
    ...selectors.basic.map((selector) => basicExtent(selector, access, prefix, partition)),
    ...selectors.advanced.map((selector) => advancedExtent(selector, access, prefix)),
  ]);
}

/**
 * How much of a bucket's object-level events the selectors record. Selectors do not add up: `whole` needs one that takes in every object.
 * Says nothing about whether the trail is logging, or sees the bucket's region.
 */
export function objectEventsOf(
  selectors: EventSelectors,
  access: Access,
  bucket: { readonly name: string; readonly partition: string },
): Extent {
  return extentUnder(selectors, access, `${bucketArn(bucket.partition, bucket.name)}/`, bucket.partition);
}

/** Does one selector record the object-level events of all buckets, present and future? */
export function recordsAllBuckets(selectors: EventSelectors, access: Access, partition: string): boolean {
  return extentUnder(selectors, access, bucketArn(partition, ''), partition) === 'whole';
}

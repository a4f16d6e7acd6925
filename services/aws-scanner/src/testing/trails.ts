import { Listing, type Gap } from '@cis-scan/engine';
import type { AdvancedSelector, BasicSelector, FieldSelector } from '../semantics/selector-fields.ts';

/** Trails, buckets and gaps for the tables of the checks on them. */
export const ACCOUNT = '111122223333';
const MANAGEMENT = '999988887777';

const plainTrail = (name: string, home: string, account: string) => ({
  id: `arn:aws:cloudtrail:${home}:${account}:trail/${name}`,
  name,
  home,
  region: home,
  multiRegion: true,
  organization: false,
  logFileValidation: true,
  bucket: 'trail-logs',
  kmsKey: `arn:aws:kms:${home}:${account}:key/1` as string | null,
  logGroup: `arn:aws:logs:${home}:${account}:log-group:trail:*` as string | null,
});
export type PlainTrail = ReturnType<typeof plainTrail>;

export const trail = (over: Partial<PlainTrail> = {}): PlainTrail => {
  const made = { ...plainTrail(over.name ?? 'main', over.home ?? 'eu-west-1', ACCOUNT), ...over };
  return { ...made, region: made.home };
};
/** An organisation's trail, as a member account sees it. */
export const organizationTrail = (over: Partial<PlainTrail> = {}): PlainTrail => ({
  ...plainTrail('org', 'us-east-1', MANAGEMENT),
  organization: true,
  bucket: 'organisation-logs',
  ...over,
});

export const gap = (over: Partial<Gap> = {}): Gap => ({
  fact: 'x',
  cause: 'denied',
  rights: ['x:Get'],
  detail: 'refused',
  ...over,
});
/** A region whose trails are unread. */
export const unreadRegion = gap({ fact: 'cloudtrail/described-trails', region: 'us-west-2' });

export const status = (over: { logging?: boolean; lastLogDelivery?: Date | null; logDeliveryError?: string } = {}) => ({
  logging: true,
  lastLogDelivery: null,
  logDeliveryError: null,
  ...over,
});
export const basic = (over: Partial<BasicSelector> = {}): BasicSelector => ({
  readWriteType: 'All',
  includeManagementEvents: true,
  excludeManagementEventSources: [],
  dataResources: [],
  ...over,
});
export const advanced = (...fields: FieldSelector[]): AdvancedSelector => ({ name: null, fields });

interface Recorded {
  readonly of?: PlainTrail;
  readonly logging?: boolean;
  readonly basic?: readonly BasicSelector[];
  readonly advanced?: readonly AdvancedSelector[];
  readonly unread?: 'status' | 'selectors' | 'both';
}
/** A trail with its status and its selectors, read unless said otherwise. */
export const recording = (over: Recorded = {}) => {
  const of = over.of ?? trail();
  const refused = { gap: gap({ resource: of.id }) };
  const { logging = true, unread } = over;
  const selectors = { basic: over.basic ?? [], advanced: over.advanced ?? [] };
  return {
    ...of,
    status: unread === 'status' || unread === 'both' ? refused : { value: { ...of, ...status({ logging }) } },
    recorded: unread === 'selectors' || unread === 'both' ? refused : { value: { ...of, selectors } },
  };
};
export const recordings = (...all: ReturnType<typeof recording>[]) => ({ recordingTrails: new Listing(all) });

export const bucket = (name = 'media', region = 'eu-west-1') => ({ id: `arn:aws:s3:::${name}`, name, region });

/** A bucket to which a trail delivers. */
export const logBucket = (over: { owner?: 'this-account' | 'elsewhere' | 'unknown'; region?: string | null } = {}) => ({
  ...bucket('trail-logs'),
  region: 'eu-west-1' as string | null,
  owner: 'this-account' as const,
  trails: [trail().id],
  ...over,
});

/** Basic selectors for objects in S3. */
export const objects = (values: readonly string[], readWriteType: 'All' | 'ReadOnly' | 'WriteOnly' = 'WriteOnly') => [
  basic({ readWriteType, dataResources: [{ type: 'AWS::S3::Object', values }] }),
];
export const everywhere = objects(['arn:aws:s3']);
/** Fields of advanced selectors for objects in S3. */
export const data = { field: 'eventCategory', equals: ['Data'] };
export const type = { field: 'resources.type', equals: ['AWS::S3::Object'] };
export const arn = (over: object) => ({ field: 'resources.ARN', ...over });

/** What the checks on object-level events are handed. */
export const trailsAndBuckets = (
  trails: readonly ReturnType<typeof recording>[],
  ...buckets: ReturnType<typeof bucket>[]
) => ({
  recordingTrails: new Listing(trails),
  buckets: new Listing(buckets),
});

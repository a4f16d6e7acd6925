import { HOME } from '../../seed/account.ts';

/** The regions that every account has enabled from the start. */
export const REGIONS: readonly string[] = (
  'ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ca-central-1 eu-central-1 ' +
  'eu-north-1 eu-west-1 eu-west-2 eu-west-3 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2'
).split(' ');

/** Account that is measured. */
export const ACCOUNT = '444455556666';

/** A resource of a region; everything else about it follows from its number. */
export interface Numbered {
  readonly n: number;
  readonly region: string;
}

export interface Key extends Numbered {
  readonly id: string;
  /** A key of AWS's own: described, never asked about its rotation. */
  readonly ofAws: boolean;
}

export interface Trail {
  readonly name: string;
  readonly home: string;
  readonly multiRegion: boolean;
  readonly bucket: string;
  /** Name of its log group; `null` where it has none. */
  readonly logGroup: string | null;
}

/** An account of a wanted size, made up but with the shape of a lived-in one: most of it at home, a little everywhere. */
export interface BenchAccount {
  readonly resources: number;
  readonly buckets: readonly (Numbered & { readonly name: string })[];
  readonly keys: readonly Key[];
  readonly users: number;
  readonly roles: number;
  readonly policies: number;
  readonly vpcs: readonly Numbered[];
  readonly networkAcls: readonly Numbered[];
  readonly securityGroups: readonly Numbered[];
  readonly instances: readonly Numbered[];
  readonly flowLogs: readonly Numbered[];
  readonly trails: readonly Trail[];
  /** Alarms per region with a trail's log group; the first fifteen are those the benchmark asks for. */
  readonly alarms: number;
  readonly recorderRegions: readonly string[];
}

/** Two fifths at home, a quarter and a seventh in two more regions, the rest spread over all. */
const regionOf = (n: number): string => {
  const place = n % 20;
  if (place < 8) return HOME;
  if (place < 13) return 'us-east-1';
  if (place < 16) return 'us-west-2';
  return REGIONS[Math.floor(n / 20 + place * 5) % REGIONS.length] ?? HOME;
};

const some = (count: number): Numbered[] => Array.from({ length: count }, (_, n) => ({ n, region: regionOf(n) }));
/** One that every region is born with, and then some more. */
const bornAnd = (count: number): Numbered[] => [...REGIONS.map((region, i) => ({ n: -1 - i, region })), ...some(count)];

function trailsOf(size: number): Trail[] {
  const trails: Trail[] = [
    { name: 'main', home: HOME, multiRegion: true, bucket: 'trail-logs', logGroup: 'cloudtrail' },
    { name: 'old', home: 'us-east-1', multiRegion: false, bucket: 'trail-logs', logGroup: null },
  ];
  if (size < 1_000) return trails;
  return [
    ...trails,
    { name: 'audit', home: 'us-east-1', multiRegion: true, bucket: 'audit-logs', logGroup: 'audit' },
    { name: 'west', home: 'us-west-2', multiRegion: false, bucket: 'audit-logs', logGroup: null },
  ];
}

/** What stands in every account whatever its size: trails, recorders, filters and alarms on them. */
const STANDING = 50;

/** Makes an account of about `size` resources, those not counted that every region is born with. */
export function benchAccount(size: number): BenchAccount {
  const part = (share: number): number => Math.round((size - STANDING) * share);
  const trails = trailsOf(size);
  const ofTrails = [...new Set(trails.map((trail) => trail.bucket))];
  const named = (n: number): string => ofTrails[n] ?? `bench-bucket-${n}`;
  const keys = some(part(0.07)).map((key): Key => ({
    ...key,
    id: `11111111-0000-4000-8000-${digits(key.n)}`,
    ofAws: false,
  }));
  const keysOfAws = REGIONS.slice(0, 9).map((region, n): Key => {
    return { n, region, id: `22222222-0000-4000-8000-${digits(n)}`, ofAws: true };
  });
  const alarms = size < 1_000 ? 15 : Math.round(size / 40);
  const account = {
    buckets: some(part(0.1) + ofTrails.length).map((bucket) => ({ ...bucket, name: named(bucket.n) })),
    keys: [...keys, ...keysOfAws],
    users: part(0.18),
    roles: part(0.14),
    policies: part(0.09),
    securityGroups: bornAnd(part(0.25)),
    instances: some(part(0.1)),
    vpcs: bornAnd(part(0.04)),
    networkAcls: bornAnd(part(0.05)),
    flowLogs: some(part(0.04)),
    trails,
    alarms,
    recorderRegions: REGIONS.slice(0, 9),
  };
  const born = 3 * REGIONS.length;
  const counted = [account.buckets, account.keys, account.securityGroups, account.instances, account.vpcs].flat()
    .length;
  const others = [account.networkAcls, account.flowLogs, trails, account.recorderRegions].flat().length;
  const groups = trails.filter((trail) => trail.logGroup !== null).length;
  const identities = account.users + account.roles + account.policies;
  return { ...account, resources: counted + others + identities + groups * (15 + alarms + 2) - born };
}

/** A number with leading zeros, as the last group of a UUID. */
export const digits = (n: number): string => String(n + 100).padStart(12, '0');

/** Regions that hold the log group of a trail, each once. */
export const logGroupRegions = ({ trails }: BenchAccount): readonly string[] => [
  ...new Set(trails.flatMap((trail) => (trail.logGroup === null ? [] : [trail.home]))),
];

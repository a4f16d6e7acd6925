import {
  Listing,
  notApplicable,
  notAssessed,
  saw,
  source,
  target,
  withGap,
  type Fact,
  type Judgement,
  type Options,
  type Reading,
  type Saw,
  type Widened,
} from '@cis-scan/engine';
import { cataloguePolicies } from '../../facts/graph/catalogue-policies.ts';
import { deviceCompliancePolicies } from '../../facts/graph/device-compliance-policies.ts';
import { deviceConfigurations } from '../../facts/graph/device-configurations.ts';
import type { DevicePolicy } from '../../semantics/device-policy.ts';
import { LICENCES } from '../../semantics/licences.ts';
import { licensed } from '../_licensed.ts';

const needs = {
  configurations: withGap(deviceConfigurations),
  compliance: withGap(deviceCompliancePolicies),
  catalogue: withGap(cataloguePolicies),
};
const KINDS = ['configuration', 'compliance', 'catalogue'] as const;
type Kind = DevicePolicy['kind'];
/** Policies by their kind. */
export type Lists = Readonly<Partial<Record<Kind, Listing<DevicePolicy>>>>;
/** The fact that each kind of policy was seen in. */
export type Sources = Readonly<Record<Kind, Fact<unknown>>>;
const SOURCES: Sources = {
  configuration: deviceConfigurations,
  compliance: deviceCompliancePolicies,
  catalogue: cataloguePolicies,
};

/** The option of every check here: the platforms in use, which the operator names. */
export interface Platforms {
  readonly platforms: readonly string[];
}
/** What Intune has for one platform. Lists are sorted, so that the order of the answers changes nothing. */
export interface Seen {
  readonly platform: string;
  readonly sources: Sources;
  readonly assigned: readonly DevicePolicy[];
  /** Policies that nobody was given: these do not count. */
  readonly idle: readonly DevicePolicy[];
  /** What could not be read: while there is any, nobody can say that no policy does something. */
  readonly unread: readonly { readonly kind: Kind; readonly judged: Judgement }[];
}

const byName = (a: DevicePolicy, b: DevicePolicy): number =>
  a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1;

/** Sorts the policies of one platform; a `Listing` hands them out one by one and its gaps beside them. */
function seenOn(platform: string, lists: Lists, sources: Sources): Seen {
  const assigned: DevicePolicy[] = [];
  const idle: DevicePolicy[] = [];
  const unread = KINDS.flatMap((kind) =>
    (lists[kind] ?? new Listing<DevicePolicy>([]))
      .each(
        (policy) => {
          if (policy.platforms.includes(platform.toLowerCase())) (policy.assigned ? assigned : idle).push(policy);
          return [];
        },
        () => [],
        { about: target },
      )
      .map((judged) => ({ kind, judged })),
  );
  return { platform, sources, assigned: assigned.sort(byName), idle: idle.sort(byName), unread };
}

/** What a policy was seen to say. */
export const evidence = (
  seen: Seen,
  policies: readonly DevicePolicy[],
  show: (policy: DevicePolicy) => unknown,
): Saw[] =>
  policies.map((policy) => {
    const { kind, name, type, assigned } = policy;
    return saw(seen.sources[kind], {
      platform: seen.platform,
      policy: name,
      type,
      assigned,
      found: show(policy) ?? null,
    });
  });

/** Lists that were read and hold nothing for the platform. */
export const emptiness = ({ platform, sources }: Seen, kinds: readonly Kind[] = KINDS): Saw[] =>
  [...new Set(kinds.map((kind) => sources[kind]))].map((fact) => saw(fact, { platform, policies: 0 }));

const listing = (reading: Reading<Listing<DevicePolicy>>): Listing<DevicePolicy> =>
  reading.ok ? reading.value : new Listing<DevicePolicy>([], [reading.gap]);

/** Graph says so where there is no Intune behind it: of the cloud, or of a tenant without the licence. */
const NO_INTUNE = /resource not found for the segment|licences do not include it/i;
const missing = (reading: Reading<unknown>): boolean =>
  !reading.ok && reading.gap.cause === 'unsupported' && NO_INTUNE.test(reading.gap.detail);

/** The same thing said of two platforms is said once. */
const once = (judged: readonly Judgement[]): readonly Judgement[] =>
  judged.filter(
    (j, i) =>
      j.verdict !== 'not-assessed' || judged.findIndex((k) => k.verdict === j.verdict && k.reason === j.reason) === i,
  );

/** Judges each platform that the option names, over these policies. What one platform lacks is said of the tenant. */
export function perPlatform(
  { platforms }: Platforms,
  lists: Lists,
  judge: (seen: Seen) => readonly Judgement[],
  sources: Sources = SOURCES,
): readonly Judgement[] {
  if (platforms.length === 0) return [notApplicable(target, 'no platform is named as being in use')];
  return once([...new Set(platforms)].sort().flatMap((platform) => judge(seenOn(platform, lists, sources))));
}

/** Judges each platform by all that Intune has. A tenant without Intune, by licence or by its cloud, is not applicable. */
export const onEveryPlatform = <O extends Options & Platforms>(
  judge: (seen: Seen, options: Widened<O>) => readonly Judgement[],
) =>
  licensed(
    LICENCES.intune,
    source<typeof needs, O>({
      needs,
      evaluate: ({ configurations, compliance, catalogue }, options) => {
        if (missing(configurations) && missing(compliance)) {
          return [notApplicable(target, 'Intune is not offered to this tenant or in this cloud')];
        }
        const lists = {
          configuration: listing(configurations),
          compliance: listing(compliance),
          catalogue: listing(catalogue),
        };
        return perPlatform(options as unknown as Platforms, lists, (seen) => judge(seen, options));
      },
    }),
  );

/** Something that was not told, for which another version of the interface may be asked. */
export const untold = (detail: string): Judgement =>
  notAssessed({ fact: deviceCompliancePolicies.name, cause: 'unsupported', rights: [], detail }, target);

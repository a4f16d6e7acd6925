import { fail, manual, pass, suggesting, target, type Judgement, type Options, type Widened } from '@cis-scan/engine';
import type { DevicePolicy, DeviceSettings } from '../../semantics/device-policy.ts';
import { emptiness, evidence, onEveryPlatform, type Platforms, type Seen } from './_family.ts';

/** A setting that one assigned policy of a platform must carry. */
export interface Demand<O> {
  /** What such a policy does, after its name: `demands passwords of at least 6 characters`. */
  readonly does: (options: Widened<O>, platform: string) => string;
  readonly meets: (settings: DeviceSettings, options: Widened<O>, platform: string) => boolean;
  /** The value found. */
  readonly shows: (settings: DeviceSettings, platform: string) => unknown;
  /** Kinds of policies that can say it; all by default. */
  readonly kinds?: readonly DevicePolicy['kind'][];
}

const MOST = 5;
const quoted = (policies: readonly DevicePolicy[]): string => {
  const names = policies.slice(0, MOST).map(({ name }) => `"${name}"`);
  return `${names.join(', ')}${policies.length > MOST ? ` and ${policies.length - MOST} more` : ''}`;
};
const found = (value: unknown): string => (value === null || value === undefined ? 'nothing' : String(value));

/** One assigned policy is enough; what is unread forbids a fail, never a pass. */
export function carried<O>(demand: Demand<O>, seen: Seen, options: Widened<O>): readonly Judgement[] {
  const { platform } = seen;
  const { kinds } = demand;
  const unread = seen.unread.filter(({ kind }) => !kinds || kinds.includes(kind));
  const able = (policies: readonly DevicePolicy[]) => policies.filter(({ kind }) => !kinds || kinds.includes(kind));
  const [assigned, idle] = [able(seen.assigned), able(seen.idle)];
  const show = ({ settings }: DevicePolicy): unknown => demand.shows(settings, platform);
  const meets = ({ settings }: DevicePolicy): boolean => demand.meets(settings, options, platform);
  const does = demand.does(options, platform);
  const carriers = assigned.filter(meets);
  if (carriers.length > 0) {
    const reason = `${platform}: an assigned policy ${does}: ${quoted(carriers)}`;
    return [pass(target, reason, ...evidence(seen, carriers.slice(0, MOST), show))];
  }
  if (unread.length > 0) return unread.map(({ judged }) => judged);
  const nearest = [
    ...assigned
      .filter((policy) => found(show(policy)) !== 'nothing')
      .map((policy) => `"${policy.name}" has ${found(show(policy))}`),
    ...idle.filter(meets).map(({ name }) => `"${name}" would, but is assigned to nobody`),
  ].slice(0, MOST);
  const near = nearest.length === 0 ? '' : `: ${nearest.join('; ')}`;
  const none = `${platform}: no policy that is assigned to anybody ${does}${near}`;
  const some = evidence(seen, [...assigned, ...idle].slice(0, MOST), show);
  const shown = some.length > 0 ? some : emptiness(seen, kinds);
  const dark = assigned.filter(({ untranslated }) => untranslated.length > 0);
  if (dark.length === 0) return [fail(target, none, ...shown)];
  const names = [...new Set(dark.flatMap(({ untranslated }) => untranslated))].sort().join(', ');
  const reason = `a person decides: ${none}, but ${quoted(dark)} of the settings catalogue has settings that are not known here (${names})`;
  return [suggesting('fail', manual(target, reason, ...shown))];
}

/** The source of a check whose setting one assigned policy of each platform must carry. */
export const carriedOnEvery = <O extends Options & Platforms>(demand: Demand<O>) =>
  onEveryPlatform<O>((seen, options) => carried(demand, seen, options));

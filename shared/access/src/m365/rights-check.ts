import type { BenchmarkRights, Warning } from '@cis-scan/contracts';
import { BASE_PERMISSIONS } from './permissions.ts';
import type { M365Target } from './target.ts';

/** What the token of a tenant's app lacks, measured on the asked benchmarks. */
export interface TenantRights {
  /** Permissions that every scan must hold and this one does not, each with the number of controls it decides. */
  readonly missing: ReadonlyMap<string, number>;
  /** One for each optional permission that is missing, with the controls it would unlock; and one for a token that can write. */
  readonly warnings: readonly Warning[];
}

/** Most controls named in one sentence. */
const NAMED = 50;

/** The permissions that a scan for these benchmarks must hold, sorted: the base of every scan, and what they add to it. */
export const requiredPermissions = (benchmarks: readonly BenchmarkRights[]): string[] =>
  [...new Set([...BASE_PERMISSIONS, ...benchmarks.flatMap(({ base }) => base)])].sort();

/** Controls for which a permission counts, once each, in the order of the benchmarks. */
function unlockedBy(permission: string, benchmarks: readonly BenchmarkRights[]): string[] {
  const several = benchmarks.length > 1;
  return benchmarks.flatMap(({ benchmark, controls }) =>
    controls
      .filter(({ base, optional }) => base.includes(permission) || optional.includes(permission))
      .map(({ control }) => (several ? `${benchmark} ${control}` : control)),
  );
}

const counted = (controls: readonly string[]): string =>
  controls.length === 1 ? '1 control' : `${controls.length} controls`;

function optionalWarning(tenantId: string, permission: string, controls: readonly string[]): Warning {
  const named = controls.slice(0, NAMED).join(', ') + (controls.length > NAMED ? ' …' : '');
  const detail = `Tenant ${tenantId}: ${permission} is not held. It is optional and would decide more, or show more, of ${counted(controls)}: ${named}.`;
  return { code: 'optional-rights-missing', detail, missing: [permission] };
}

/**
 * Measures the permissions of an opened tenant on what the benchmarks can use. Nothing is asked: the roles of the tokens
 * tell it all, before a scan is queued.
 */
export function checkTenantRights(
  { tenantId, holds, canWrite }: Pick<M365Target, 'tenantId' | 'holds' | 'canWrite'>,
  benchmarks: readonly BenchmarkRights[],
): TenantRights {
  const required = requiredPermissions(benchmarks);
  const missing = required.filter((permission) => !holds(permission));
  const optional = [...new Set(benchmarks.flatMap((one) => one.optional))].sort();
  const warnings = optional
    .filter((permission) => !required.includes(permission) && !holds(permission))
    .map((permission) => optionalWarning(tenantId, permission, unlockedBy(permission, benchmarks)));
  if (canWrite.length > 0) {
    const detail = `Tenant ${tenantId}: this app can do more than read (${canWrite.slice(0, NAMED).join(', ')}). Give a scan read permissions only.`;
    warnings.push({ code: 'can-write', detail, missing: [] });
  }
  return {
    missing: new Map(missing.map((permission) => [permission, unlockedBy(permission, benchmarks).length])),
    warnings,
  };
}

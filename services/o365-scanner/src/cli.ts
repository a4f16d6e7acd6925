import { defaultBenchmark, openRights } from '@cis-scan/access';
import { checkTenantRights, m365Doors, openM365Target } from '@cis-scan/access/m365';
import type { Warning } from '@cis-scan/contracts';
import type { Plan } from '@cis-scan/engine';
import { isTrue, scanFromShell, type Environment, type OpenTarget } from '@cis-scan/scanner';
import { planFor } from './catalogue.ts';
import { readArguments, type Arguments } from './cli-arguments.ts';
import { credentialsFrom } from './cli-credentials.ts';
import { BRISK, POLITE } from './pace.ts';
import { scanTenant } from './scan-tenant.ts';

const costs = ([permission, controls]: readonly [string, number]): string =>
  `${permission} (${controls} ${controls === 1 ? 'control' : 'controls'})`;

/** What is said where a scan begins although permissions of its base are missing; nothing where all are there. */
function partly(missing: ReadonlyMap<string, number>): Warning[] {
  if (missing.size === 0) return [];
  const detail = `Missing permissions leave controls not assessed: ${[...missing].map(costs).join(', ')}.`;
  return [{ code: 'rights-missing', detail, missing: [...missing.keys()] }];
}

async function open(asked: Arguments, plan: Plan, env: Environment): Promise<OpenTarget> {
  const catalogue = openRights();
  const { base, optional } = catalogue.union(asked.benchmarks);
  const target = await openM365Target(credentialsFrom(env), {
    cloud: asked.cloud,
    doors: m365Doors(env),
    rights: [...base, ...optional],
  });
  const { missing, warnings } = checkTenantRights(
    target,
    asked.benchmarks.map((id) => catalogue.of(id)),
  );
  if (missing.size > 0 && !asked.allowPartial) {
    const names = [...missing].map(costs).join(', ');
    throw new Error(`missing rights: ${names}; grant them, or scan without with --allow-partial`);
  }
  return scanTenant({
    target,
    plan,
    pace: isTrue(env['USE_RATE_LIMITER']) ? POLITE : BRISK,
    warnings: [...partly(missing), ...warnings],
  });
}

/** `npm run scan -- m365 …`. Returns the exit code: 0 nothing failed, 3 something failed, 1 usage or access. */
export const run = (words: readonly string[], env: Environment = process.env): Promise<number> =>
  scanFromShell({
    read: () => readArguments(words, defaultBenchmark('m365')),
    plan: planFor,
    open: (asked, plan) => open(asked, plan, env),
    env,
  });

import { randomUUID } from 'node:crypto';
import { defaultBenchmark, openRights } from '@cis-scan/access';
import { awsDoor, checkRights, cloudOfRegion, openAwsTarget, parseRole, type AwsCloud } from '@cis-scan/access/aws';
import { isTrue, scanFromShell, type Environment, type OpenTarget } from '@cis-scan/scanner';
import type { Plan } from '@cis-scan/engine';
import { planFor } from './catalogue.ts';
import { readArguments, type Arguments } from './cli-arguments.ts';
import { BRISK, POLITE } from './connect.ts';
import { rightsWarnings } from './rights-warnings.ts';
import { scanAccount } from './scan-account.ts';

/** The partition that is meant: the role's, else that of the shell's region. */
function cloudOf({ roleArn }: Arguments, env: Environment): AwsCloud {
  if (roleArn === null) return cloudOfRegion(env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1');
  const role = parseRole(roleArn);
  if (role === null) throw new Error(`"${roleArn}" is not the ARN of an IAM role`);
  return role.cloud;
}

async function open(asked: Arguments, plan: Plan, env: Environment): Promise<OpenTarget> {
  const door = awsDoor(env);
  const rights = openRights().union(asked.benchmarks);
  const opener =
    asked.roleArn === null
      ? ({ kind: 'aws-chain' } as const)
      : ({ kind: 'aws-role', roleArn: asked.roleArn, externalId: asked.externalId } as const);
  const target = await openAwsTarget(opener, {
    cloud: cloudOf(asked, env),
    rights: [...rights.base, ...rights.optional],
    session: randomUUID(),
    door,
  });
  const checked = await checkRights(door, target, [...rights.base, ...rights.optional]);
  const part = (wanted: readonly string[]) => ({
    allowed: checked.allowed.filter((right) => wanted.includes(right)),
    denied: checked.denied.filter((right) => wanted.includes(right)),
    unverified: checked.unverified.filter((right) => wanted.includes(right)),
  });
  const base = part(rights.base);
  if (base.denied.length > 0 && !asked.allowPartial) {
    throw new Error(`missing rights: ${base.denied.join(', ')}; grant them, or scan without with --allow-partial`);
  }
  return scanAccount({
    target,
    plan,
    regions: asked.regions,
    door,
    pace: isTrue(env['USE_RATE_LIMITER']) ? POLITE : BRISK,
    warnings: rightsWarnings(base, part(rights.optional)),
  });
}

/** `npm run scan -- aws …`. Returns the exit code: 0 nothing failed, 3 something failed, 1 usage or access. */
export const run = (words: readonly string[], env: Environment = process.env): Promise<number> =>
  scanFromShell({
    read: () => readArguments(words, defaultBenchmark('aws')),
    plan: planFor,
    open: (asked, plan) => open(asked, plan, env),
    env,
  });

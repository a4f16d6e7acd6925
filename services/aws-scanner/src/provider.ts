import { openRights } from '@cis-scan/access';
import { isAwsCloud, openAwsTarget, type AwsDoor } from '@cis-scan/access/aws';
import { finalRefusal, open as openSealed } from '@cis-scan/access/sealed';
import type { Job } from '@cis-scan/contracts';
import type { Plan } from '@cis-scan/engine';
import { emitMetric, type Metric } from '@cis-scan/runtime';
import {
  countCalls,
  scanProvider,
  TargetRefused,
  tellingCalls,
  type OpenTarget,
  type ScanProvider,
} from '@cis-scan/scanner';
import { planFor } from './catalogue.ts';
import type { Pace } from './connect.ts';
import { scanAccount } from './scan-account.ts';

export interface AwsProviderOptions {
  /** Of our own platform: opens what intake sealed. */
  readonly kms: Parameters<typeof openSealed>[0];
  readonly door: AwsDoor;
  readonly pace: Pace;
  readonly emit?: (metric: Metric) => void;
}

async function openAccount(job: Job, plan: Plan, options: AwsProviderOptions): Promise<OpenTarget> {
  const { kms, door, pace, emit = emitMetric } = options;
  if (!isAwsCloud(job.cloud)) throw new TargetRefused('cloud-unknown', `${job.cloud} is not a partition of AWS.`);
  const { scanId: scan, targetId, provider, notAfter } = job;
  const credentials = await openSealed(kms, job.sealed, { scan, target: targetId, provider, notAfter });
  const rights = openRights().union(job.benchmarks);
  const target = await openAwsTarget(credentials, {
    cloud: job.cloud,
    rights: [...rights.base, ...rights.optional],
    session: `${scan}-${targetId}`,
    door,
    account: job.account,
  });
  const counted = countCalls();
  const account = scanAccount({
    target,
    plan,
    regions: job.regions,
    door,
    pace,
    warnings: [],
    onAsked: counted.onAsked,
  });
  return tellingCalls(account, counted, emit);
}

/** AWS accounts for the job loop. Warnings of a job come from intake, which checked the rights before it was accepted. */
export const awsProvider = (options: AwsProviderOptions): ScanProvider =>
  scanProvider({ plan: planFor, open: (job, plan) => openAccount(job, plan, options), refusalOf: finalRefusal });

import { openRights } from '@cis-scan/access';
import { AccessRefused, isAwsCloud, openAwsTarget, type AwsDoor } from '@cis-scan/access/aws';
import { open as openSealed, SealBroken } from '@cis-scan/access/sealed';
import type { Job } from '@cis-scan/contracts';
import type { Plan } from '@cis-scan/engine';
import { emitMetric, type Metric } from '@cis-scan/runtime';
import { TargetRefused, type OpenTarget, type ScanProvider } from '@cis-scan/scanner';
import { countCalls } from './call-metrics.ts';
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

/** What can never work, in the words of the job loop; everything else is an outage. */
function refusal(error: unknown): unknown {
  if (error instanceof AccessRefused) return new TargetRefused(error.code, error.detail);
  if (error instanceof SealBroken) {
    return new TargetRefused(
      'credentials-unreadable',
      'The credentials of this target could not be opened: they were not sealed for this scan, or their time is over. Send the request again.',
    );
  }
  return error;
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
  return {
    ...account,
    close: async () => {
      for (const metric of counted.metrics()) emit(metric);
      await account.close();
    },
  };
}

/** AWS accounts for the job loop. Warnings of a job come from intake, which checked the rights before it was accepted. */
export const awsProvider = (options: AwsProviderOptions): ScanProvider => ({
  plan: (benchmarks) =>
    planFor(benchmarks).catch((error: unknown) => {
      if (!(error instanceof RangeError)) throw error;
      throw new TargetRefused('benchmark-unknown', `This scanner does not know the benchmark: ${error.message}.`);
    }),
  open: (job, plan) =>
    openAccount(job, plan, options).catch((error: unknown) => {
      throw refusal(error);
    }),
});

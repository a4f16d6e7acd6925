import { openRights } from '@cis-scan/access';
import { isM365Cloud, openM365Target, type M365Doors } from '@cis-scan/access/m365';
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
import type { Pace } from './pace.ts';
import { scanTenant } from './scan-tenant.ts';

export interface M365ProviderOptions {
  /** Of our own platform: opens what intake sealed. */
  readonly kms: Parameters<typeof openSealed>[0];
  readonly doors: M365Doors;
  readonly pace: Pace;
  readonly emit?: (metric: Metric) => void;
}

async function openTenant(job: Job, plan: Plan, options: M365ProviderOptions): Promise<OpenTarget> {
  const { kms, doors, pace, emit = emitMetric } = options;
  if (!isM365Cloud(job.cloud)) throw new TargetRefused('cloud-unknown', `${job.cloud} is not a cloud of Microsoft.`);
  const { scanId: scan, targetId, provider, notAfter, account } = job;
  const credentials = await openSealed(kms, job.sealed, { scan, target: targetId, provider, notAfter });
  if (credentials.kind !== 'm365-app' || credentials.tenantId.toLowerCase() !== account.toLowerCase()) {
    throw new TargetRefused('account-mismatch', `The credentials are not those of tenant ${account}.`);
  }
  const rights = openRights().union(job.benchmarks);
  const target = await openM365Target(credentials, {
    cloud: job.cloud,
    doors,
    rights: [...rights.base, ...rights.optional],
  });
  const counted = countCalls();
  return tellingCalls(scanTenant({ target, plan, pace, warnings: [], onAsked: counted.onAsked }), counted, emit);
}

/** Tenants for the job loop. Warnings of a job come from intake, which checked the rights before it was accepted. */
export const m365Provider = (options: M365ProviderOptions): ScanProvider =>
  scanProvider({ plan: planFor, open: (job, plan) => openTenant(job, plan, options), refusalOf: finalRefusal });

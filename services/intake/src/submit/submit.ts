import { randomUUID } from 'node:crypto';
import type { RightsCatalogue } from '@cis-scan/access';
import type { Accepted } from '@cis-scan/contracts';
import { scanIdOf, type IntakeTable, type RequestItem } from '@cis-scan/scan-table';
import type { Caller } from '../api-keys/caller.ts';
import { HttpProblem, invalid } from '../http/problem.ts';
import { countRequest, roomFor, type Limits } from '../limits.ts';
import type { Providers } from '../providers/provider.ts';
import { fingerprintOf } from '../request/fingerprint.ts';
import { fold, type ScanRequest } from '../request/fold.ts';
import { requestFaults } from '../request/rules.ts';
import { sendJobs, type JobParts } from './jobs.ts';
import { openTargets, type ReadyTarget } from './open-targets.ts';

export interface SubmitParts extends JobParts {
  readonly table: IntakeTable;
  readonly providers: Providers;
  readonly rights: RightsCatalogue;
  readonly limits: Limits;
  /** From acceptance to the moment at which targets without an outcome fail. */
  readonly deadlineSeconds: number;
  readonly now: () => Date;
}

/** How long table and bucket keep a scan: 90 days. */
const KEPT_SECONDS = 90 * 86_400;

/** The same answer for every repetition of a request, whatever has become of the scan meanwhile. */
const answerOf = ({ requestId, targets, warnings }: RequestItem): Accepted => ({
  requestId,
  status: 'queued',
  targets: targets.map(({ targetId, provider, account }) => ({ targetId, provider, account })),
  warnings: [...warnings],
});

function sameOrConflict(existing: RequestItem, fingerprint: string): void {
  if (existing.fingerprint === fingerprint) return;
  throw new HttpProblem(409, 'Another scan of yours bears this requestId already: choose a new one.');
}

function itemOf(
  parts: SubmitParts,
  caller: Caller,
  request: ScanRequest,
  ids: { scanId: string; requestId: string; fingerprint: string },
  targets: readonly ReadyTarget[],
): RequestItem {
  const now = parts.now();
  return {
    ...ids,
    caller: caller.name,
    emails: request.emails,
    targets: targets.map(({ asked }) => asked),
    warnings: targets.flatMap(({ warnings }) => warnings),
    allowPartial: request.allowPartial,
    createdAt: now.toISOString(),
    deadline: new Date(now.getTime() + parts.deadlineSeconds * 1000).toISOString(),
    expiresAt: Math.floor(now.getTime() / 1000) + KEPT_SECONDS,
  };
}

/**
 * Takes a scan: rules, access, record, jobs, note that all jobs are queued; only then it is accepted. Whatever breaks in
 * between, the same request sent again goes on from the record.
 *
 * Throws HttpProblem for everything the caller is told; errors of our own parts as they are.
 */
export async function submit(
  parts: SubmitParts,
  caller: Caller,
  body: unknown,
  traceparent: string,
): Promise<Accepted> {
  const folded = fold(body);
  const faults = requestFaults(folded, caller, parts.providers, parts.rights);
  if (faults.length > 0) throw invalid(faults);
  const { request } = folded;

  await countRequest(parts.table, parts.limits, caller.name, parts.now());
  const requestId = request.requestId ?? randomUUID();
  const scanId = scanIdOf(caller.name, requestId);
  const fingerprint = fingerprintOf(request);

  const known = request.requestId === null ? null : await parts.table.readScan(scanId);
  if (known) {
    sameOrConflict(known.request, fingerprint);
    if (known.queued) return answerOf(known.request);
  } else {
    await roomFor(parts.table, parts.limits, caller.name, request.targets.length);
  }

  const targets = await openTargets(request, { caller, scanId, providers: parts.providers });
  const fresh = itemOf(parts, caller, request, { scanId, requestId, fingerprint }, targets);
  const put = await parts.table.putRequest(fresh);
  if (!put.created) {
    sameOrConflict(put.existing, fingerprint);
    if (put.queued) return answerOf(put.existing);
  }
  const item = put.created ? fresh : put.existing;
  await sendJobs(parts, item, targets, traceparent);
  await parts.table.putQueued(scanId, item.expiresAt);
  return answerOf(item);
}

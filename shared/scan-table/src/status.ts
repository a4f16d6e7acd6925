import type { ScanState, ScanStatus, TargetStatus } from '@cis-scan/contracts';
import type { AttemptItem, RequestedTarget, ScanItems, TargetItem } from './items.ts';
import { recipientIdOf } from './keys.ts';

interface TargetView {
  readonly asked: RequestedTarget;
  readonly item: TargetItem | undefined;
  readonly attempt: AttemptItem | undefined;
}

/** The attempt that speaks for a target: the one that won, else the one started last. */
function attemptOf(items: ScanItems, targetId: number, item: TargetItem | undefined): AttemptItem | undefined {
  const attempts = items.attempts.filter((attempt) => attempt.targetId === targetId);
  const outcome = item?.outcome;
  if (outcome?.kind === 'completed') return attempts.find(({ attemptId }) => attemptId === outcome.attemptId);
  return attempts.reduce<AttemptItem | undefined>(
    (newest, attempt) => (newest && newest.startedAt >= attempt.startedAt ? newest : attempt),
    undefined,
  );
}

function targetStatus({ asked, item, attempt }: TargetView): TargetStatus {
  const outcome = item?.outcome;
  const { targetId, provider, account } = asked;
  const about = { targetId, provider, account };
  if (!item || !outcome) return { ...about, status: attempt ? 'running' : 'queued', benchmarks: [], error: null };
  if (outcome.kind === 'completed') {
    return { ...about, status: 'completed', benchmarks: [...item.benchmarks], error: null };
  }
  return { ...about, status: 'failed', benchmarks: [], error: { reason: outcome.reason, detail: outcome.detail } };
}

/** Questions of one target. A failed one asks no more than it has answered; before a scanner has planned, nobody knows. */
function progressOf({ item, attempt }: TargetView): { readonly done: number; readonly total: number | null } {
  const done = attempt?.answered ?? 0;
  if (item?.outcome.kind === 'failed') return { done, total: done };
  return { done, total: attempt?.planned ?? null };
}

function stateOf(items: ScanItems, targets: readonly TargetStatus[]): ScanState {
  if (items.state.report) return items.state.report.status;
  const ended = targets.filter(({ status }) => status === 'completed' || status === 'failed').length;
  if (ended === targets.length) return 'reporting';
  return targets.every(({ status }) => status === 'queued') ? 'queued' : 'running';
}

function updatedAt(items: ScanItems): string {
  const times = [
    items.request.createdAt,
    ...[...items.targets, ...items.attempts, ...items.mails].map((item) => item.updatedAt),
    ...(items.state.report ? [items.state.report.storedAt] : []),
  ];
  return times.reduce((last, time) => (time > last ? time : last));
}

/**
 * The answer to GET /scans/:requestId, computed from the scan's items.
 *
 * @param publicUrl base of the report's addresses, without a trailing slash; empty for addresses relative to the API.
 */
export function statusOf(items: ScanItems, publicUrl = ''): ScanStatus {
  const { request, state } = items;
  const views = request.targets.map((asked): TargetView => {
    const item = items.targets.find(({ targetId }) => targetId === asked.targetId);
    return { asked, item, attempt: attemptOf(items, asked.targetId, item) };
  });
  const targets = views.map(targetStatus);
  const progress = views.map(progressOf);
  const address = (format: string): string =>
    `${publicUrl}/scans/${encodeURIComponent(request.requestId)}/report?format=${format}`;
  return {
    requestId: request.requestId,
    status: stateOf(items, targets),
    createdAt: request.createdAt,
    updatedAt: updatedAt(items),
    progress: {
      done: progress.reduce((sum, { done }) => sum + done, 0),
      total: progress.reduce<number | null>(
        (sum, { total }) => (sum === null || total === null ? null : sum + total),
        0,
      ),
    },
    targets,
    report: state.report ? { html: address('html'), csv: address('csv'), json: address('json') } : null,
    deliveries: request.emails.map((email) => {
      const recipientId = recipientIdOf(email);
      const mail = items.mails.find((item) => item.recipientId === recipientId);
      return { email, status: mail?.state ?? 'pending', detail: mail?.detail ?? null };
    }),
  };
}

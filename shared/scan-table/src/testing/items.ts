import type { AttemptItem, MailItem, Outcome, ScanItems, StoredReport, TargetItem } from '../items.ts';
import { recipientIdOf } from '../keys.ts';

/** The n-th minute of the sample scans. */
export const minute = (n: number): string => `2026-01-01T00:${String(n).padStart(2, '0')}:00.000Z`;

const asked = (targetId: number) => ({
  targetId,
  provider: 'aws' as const,
  account: `11112222333${targetId}`,
  cloud: 'aws' as const,
  name: null,
  regions: null,
  benchmarks: ['cis-aws-1.3.0'],
});

export function scan(
  more: Partial<Omit<ScanItems, 'state'>> & { targetCount?: number; report?: StoredReport } = {},
): ScanItems {
  const { targetCount = 1, report = null, ...items } = more;
  return {
    request: {
      scanId: 's',
      caller: 'acme',
      requestId: 'a b/c',
      fingerprint: '',
      emails: ['A@example.com', 'b@example.com'],
      targets: Array.from({ length: targetCount }, (_, targetId) => asked(targetId)),
      warnings: [],
      allowPartial: false,
      createdAt: minute(0),
      deadline: minute(59),
      expiresAt: 0,
    },
    queued: true,
    state: { scanId: 's', total: targetCount, done: new Set(), report, due: null, expiresAt: 0 },
    targets: [],
    attempts: [],
    mails: [],
    ...items,
  };
}

export const attempt = (targetId: number, attemptId: string, more: Partial<AttemptItem> = {}): AttemptItem => ({
  scanId: 's',
  targetId,
  attemptId,
  got: new Set(),
  want: null,
  planned: null,
  answered: 0,
  header: null,
  warnings: [],
  startedAt: minute(1),
  updatedAt: minute(1),
  ...more,
});
export const summary = {
  id: 'cis-aws-1.3.0',
  counts: { pass: 1, fail: 0, manual: 0, 'not-applicable': 0, 'not-assessed': 0 },
  score: 1,
  coverage: 1,
  reported: { pass: 0, fail: 0 },
};
export const target = (targetId: number, outcome: Outcome, at = minute(5)): TargetItem => ({
  scanId: 's',
  targetId,
  outcome,
  benchmarks: outcome.kind === 'completed' ? [summary] : [],
  updatedAt: at,
});
export const won = (attemptId: string): Outcome => ({ kind: 'completed', attemptId });
export const failed: Outcome = { kind: 'failed', reason: 'deadline', detail: 'Too late.' };
const file = { key: 'k', bytes: 1 };
export const reported = (status: 'completed' | 'failed'): StoredReport => ({
  status,
  html: file,
  csv: file,
  json: file,
  storedAt: minute(9),
});
export const mail = (email: string, state: MailItem['state'], detail: string | null): MailItem => ({
  scanId: 's',
  recipientId: recipientIdOf(email),
  email,
  state,
  detail,
  tries: 1,
  lease: null,
  due: null,
  createdAt: minute(9),
  updatedAt: minute(10),
});

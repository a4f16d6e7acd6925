import type { Finding, Job, Result, TargetHeader, Verdict } from '@cis-scan/contracts';

/** Made-up values for tests of this package. */
export const result = (id: string, verdict: Verdict = 'pass', more: Partial<Result> = {}): Result => ({
  id,
  region: null,
  verdict,
  cause: null,
  reason: `${id} is as it is`,
  evidence: [{ source: 'iam:GetAccountSummary', readAt: '2026-11-22T00:00:00.000Z', fields: { found: id } }],
  ...more,
});

export const finding = (control: string, results: readonly Result[], more: Partial<Finding> = {}): Finding => {
  const counts = { pass: 0, fail: 0, manual: 0, 'not-applicable': 0, 'not-assessed': 0 };
  for (const { verdict } of results) counts[verdict] += 1;
  return {
    question: `iam/question-${control}`,
    check: `iam/question-${control}`,
    title: `Control ${control}`,
    why: 'because',
    fix: 'mend it',
    answers: [{ benchmark: 'cis-aws-1.3.0', control, level: '1', assessment: 'automated', confidence: 'confirmed' }],
    verdict: results[0]?.verdict ?? 'pass',
    suggested: null,
    basis: 'direct',
    reason: 'as it is',
    missing: [],
    counts,
    results: [...results],
    ...more,
  };
};

export const SEALED_CANARY = 'sealed-canary-91c0';
export const job = (more: Partial<Job> = {}): Job => ({
  version: 1,
  scanId: 'scan-1',
  requestId: 'request-1',
  targetId: 0,
  provider: 'aws',
  account: '111122223333',
  cloud: 'aws',
  benchmarks: ['cis-aws-1.3.0'],
  regions: null,
  warnings: [],
  notAfter: '2026-11-22T06:00:00.000Z',
  sealed: { key: SEALED_CANARY, iv: SEALED_CANARY, tag: SEALED_CANARY, data: SEALED_CANARY },
  ...more,
});

export const header: TargetHeader = {
  provider: 'aws',
  account: '111122223333',
  name: null,
  cloud: 'aws',
  regions: null,
  startedAt: '2026-11-22T00:00:00.000Z',
};

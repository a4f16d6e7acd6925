import type { Finding, TargetHeader } from '@cis-scan/contracts';
import type { RequestItem } from '@cis-scan/scan-table';

/** A request of one or more AWS targets, as intake would record it. */
export function sampleRequest(scanId: string, more: Partial<RequestItem> = {}, targets = 1): RequestItem {
  return {
    scanId,
    caller: 'acme',
    requestId: `request-${scanId}`,
    fingerprint: 'f',
    emails: ['someone@example.com'],
    targets: Array.from({ length: targets }, (_, targetId) => ({
      targetId,
      provider: 'aws',
      account: `11112222333${targetId}`,
      cloud: 'aws',
      name: null,
      regions: null,
      benchmarks: ['cis-aws-1.3.0'],
    })),
    warnings: [],
    allowPartial: false,
    createdAt: '2026-01-01T00:00:00.000Z',
    deadline: '2026-01-01T06:00:00.000Z',
    expiresAt: 4_000_000_000,
    ...more,
  };
}

export const sampleHeader = (targetId = 0): TargetHeader => ({
  provider: 'aws',
  account: `11112222333${targetId}`,
  name: null,
  cloud: 'aws',
  regions: null,
  startedAt: '2026-01-01T00:00:01.000Z',
});

/** A finding that fails one resource, for the control of that number. */
export const sampleFinding = (control: string): Finding => ({
  question: `check/${control}{}`,
  check: `check/${control}`,
  title: `Title of ${control}`,
  why: 'It matters.',
  fix: 'Mend it.',
  answers: [{ benchmark: 'cis-aws-1.3.0', control, level: '1', assessment: 'automated', confidence: 'confirmed' }],
  verdict: 'fail',
  suggested: null,
  basis: 'direct',
  reason: 'One resource does not comply.',
  missing: [],
  counts: { pass: 0, fail: 1, manual: 0, 'not-applicable': 0, 'not-assessed': 0 },
  results: [
    {
      id: `arn:aws:s3:::bucket-${control}`,
      region: 'eu-west-1',
      verdict: 'fail',
      cause: null,
      reason: 'It does not comply.',
      evidence: [{ source: 's3:GetBucketAcl', readAt: '2026-01-01T00:00:02.000Z', fields: { grants: 1 } }],
    },
  ],
});

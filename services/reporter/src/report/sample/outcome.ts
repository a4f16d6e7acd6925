import type { Cause, Evidence, FailedTarget, Finding, Result, TargetHeader, Verdict } from '@cis-scan/contracts';
import { VERDICTS } from '@cis-scan/contracts';
import { countVerdicts } from '@cis-scan/document';
import type { CompletedTarget, ScanOutcome } from '../model.ts';
import controls from './controls.json' with { type: 'json' };

/** A scan as it may come out, for tests and for looking at: a messy account, a tidy one, one that could not be opened. */
export const BENCHMARK = 'cis-aws-1.3.0';
export const MESSY = '111122223333';
export const TIDY = '444455556666';
const CLOSED = 'ap-southeast-2';
const READ_AT = '2026-02-03T09:15:20.000Z';

type Row = (typeof controls)[number];

/** The verdict of each control in the messy account that is not simply a pass. */
const MESSY_VERDICTS: Readonly<Record<string, Verdict>> = {
  ...Object.fromEntries(
    ['1.4', '1.5', '1.8', '1.10', '1.14', '2.1.1', '2.2.1', '3.1', '3.7', '3.9'].map((c) => [c, 'fail']),
  ),
  ...Object.fromEntries(['4.1', '4.3', '4.5', '4.12', '5.1', '5.2', '5.3'].map((c) => [c, 'fail'])),
  ...Object.fromEntries(['1.1', '1.3', '1.18', '1.22', '5.4'].map((c) => [c, 'manual'])),
  ...Object.fromEntries(['1.20', '1.21', '3.5', '3.10'].map((c) => [c, 'not-assessed'])),
  '1.6': 'not-applicable',
};

export function sampleOutcome(): ScanOutcome {
  const failed: FailedTarget = {
    target: { provider: 'aws', account: '777788889999', name: null, cloud: 'aws', regions: null, startedAt: null },
    error: {
      reason: 'access-refused',
      detail: 'The role could not be assumed: its trust policy demands MFA. Remove that condition.',
    },
  };
  return {
    requestId: 'demo-2026-02',
    createdAt: '2026-02-03T09:14:00.000Z',
    targets: [messyTarget(), tidyTarget(), failed],
  };
}

function messyTarget(): CompletedTarget {
  return {
    header: header(MESSY, 'acme-legacy', null),
    warnings: [
      {
        code: 'rights-unverified',
        detail: 'Whether these rights are held could not be verified:',
        missing: ['macie2:GetMacieSession'],
      },
      { code: 'no-external-id', detail: 'The role trusts this service without an external id.', missing: [] },
    ],
    benchmarks: [BENCHMARK],
    findings: controls.map((row) => finding(row, MESSY, MESSY_VERDICTS[row.control] ?? 'pass')),
  };
}

function tidyTarget(): CompletedTarget {
  const manual = new Set(['1.1', '1.3', '1.18', '1.22', '5.4']);
  return {
    header: header(TIDY, 'acme-prod', ['eu-west-1', 'us-east-1']),
    warnings: [],
    benchmarks: [BENCHMARK],
    findings: controls.map((row) => finding(row, TIDY, manual.has(row.control) ? 'manual' : 'pass')),
  };
}

function header(account: string, name: string, regions: string[] | null): TargetHeader {
  return { provider: 'aws', account, name, cloud: 'aws', regions, startedAt: '2026-02-03T09:14:12.000Z' };
}

/** A finding for one row of the benchmark, with results that lead to its verdict. */
export function finding(row: Row, account: string, verdict: Verdict): Finding {
  const results = resultsFor(row, account, verdict);
  const unread = results.filter(({ cause }) => cause === 'denied');
  return {
    question: row.check,
    check: row.check,
    title: row.title,
    why: `Where this is not so, one mistake or one stolen key reaches further than it has to, and nobody may notice in time.`,
    fix: `Open the resources listed below and change the setting that the evidence shows; then scan again to confirm.`,
    answers: [
      {
        benchmark: BENCHMARK,
        control: row.control,
        level: row.level,
        assessment: row.assessment === 'manual' ? 'manual' : 'automated',
        confidence: row.control === '1.20' ? 'corroborated' : 'confirmed',
      },
    ],
    verdict,
    suggested: row.control === '1.1' && verdict === 'manual' ? 'fail' : null,
    basis: verdict === 'pass' || verdict === 'fail' ? 'direct' : null,
    reason: `${row.title}: ${results.filter((r) => r.verdict === verdict).length} of ${results.length} say ${verdict}.`,
    missing: unread.length > 0 && row.right !== null ? [row.right] : [],
    counts: countVerdicts(results),
    results,
  };
}

function resultsFor(row: Row, account: string, verdict: Verdict): Result[] {
  if (row.scope === 'account') return [result(account, null, verdict, row)];
  const regions = ['eu-central-1', 'eu-west-1', 'us-east-1'];
  const passes = regions.map((region) =>
    result(arn(region, account, 'ok'), region, verdict === 'pass' ? 'pass' : 'not-applicable', row),
  );
  if (verdict === 'pass' || verdict === 'not-applicable') return passes;
  if (row.control === '3.5') return [...passes, closedRegion(account)];
  const bad = regions.flatMap((region) =>
    [1, 2].map((n) => result(arn(region, account, `legacy-${n}`), region, verdict, row)),
  );
  return VERDICTS.indexOf(verdict) < VERDICTS.indexOf('pass') ? [...passes, ...bad] : bad;
}

function closedRegion(account: string): Result {
  const reason = 'Could not be read: explicit deny in a service control policy.';
  return { id: account, region: CLOSED, verdict: 'not-assessed', cause: 'denied', reason, evidence: [] };
}

function result(id: string, region: string | null, verdict: Verdict, row: Row): Result {
  const cause: Cause | null = verdict === 'not-assessed' ? (row.control === '1.20' ? 'timed-out' : 'denied') : null;
  const read = verdict !== 'not-assessed';
  return { id, region, verdict, cause, reason: reasonFor(verdict), evidence: read ? [evidenceFor(row)] : [] };
}

function reasonFor(verdict: Verdict): string {
  const reasons: Record<Verdict, string> = {
    fail: 'Port 22 is open to 0.0.0.0/0 by rule 100; wanted: no rule that lets the whole internet in.',
    'not-assessed': 'Could not be read.',
    manual: 'The values are there; whether they are right, a person has to say.',
    pass: 'The value found is the value wanted.',
    'not-applicable': 'There is nothing to judge here.',
  };
  return reasons[verdict];
}

function evidenceFor(row: Row): Evidence {
  const fields = { setting: 'Enabled', rule: { number: 100, cidr: '0.0.0.0/0', ports: [22, 22] } };
  return { source: row.right ?? 'iam:GenerateCredentialReport', readAt: READ_AT, fields };
}

function arn(region: string, account: string, name: string): string {
  return `arn:aws:ec2:${region}:${account}:network-acl/acl-0a1b2c3d4e5f-${name}`;
}

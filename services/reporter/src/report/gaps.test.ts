import { expect, test } from '@jest/globals';
import type { Cause, Control, Result, TargetDocument, Verdict } from '@cis-scan/contracts';
import { countVerdicts, figuresOf } from '@cis-scan/document';
import { gapsOf } from './gaps.ts';

const ACCOUNT = '111122223333';
const SCP = 'Refused: explicit deny in a service control policy.';

function row(region: string | null, verdict: Verdict, cause: Cause | null = null, reason = 'r', id = ACCOUNT): Result {
  return { id, region, verdict, cause, reason, evidence: [] };
}

function document(
  rows: Record<string, Result[]>,
  missing: Record<string, string[]>,
  regions: string[] | null = null,
): TargetDocument {
  const controls = Object.entries(rows).map(([control, resources]): Control => ({
    control,
    title: control,
    level: '1',
    assessment: 'automated',
    confidence: 'confirmed',
    check: 's/c',
    verdict: 'not-assessed',
    suggested: null,
    basis: null,
    reason: 'r',
    missing: missing[control] ?? [],
    counts: countVerdicts(resources),
    resources,
  }));
  const target = {
    provider: 'aws',
    account: ACCOUNT,
    name: null,
    cloud: 'aws',
    regions,
    startedAt: '2026-02-03T09:14:12Z',
  } as const;
  return { target, warnings: [], benchmarks: [{ id: 'b', ...figuresOf(controls), levels: {}, controls }] };
}

const refs = (...controls: string[]): { benchmark: string; control: string }[] =>
  controls.map((control) => ({ benchmark: 'b', control }));

test('nothing unread, nothing said', () => {
  expect(gapsOf(document({ '1.1': [row(null, 'pass')] }, {}))).toEqual({ closed: null, rights: [], causes: [] });
});

test('refused rights name every control that they would tell more about, manual and decided ones too', () => {
  const rows = {
    '1.1': [row(null, 'not-assessed', 'denied')],
    '1.2': [row(null, 'manual')],
    '1.3': [row(null, 'fail')],
  };
  const { rights, causes } = gapsOf(document(rows, { '1.1': ['iam:B'], '1.2': ['iam:B', 'iam:A'], '1.3': ['iam:A'] }));
  expect(rights).toEqual([
    { right: 'iam:A', controls: refs('1.2', '1.3') },
    { right: 'iam:B', controls: refs('1.1', '1.2') },
  ]);
  expect(causes).toEqual([]);
});

test('other causes are counted; a refusal without a right is one of them', () => {
  const rows = {
    '1.1': [row('r1', 'not-assessed', 'timed-out'), row('r2', 'not-assessed', 'timed-out')],
    '1.2': [row(null, 'not-assessed', 'denied')],
    '1.3': [row(null, 'not-assessed', null), row('r1', 'not-assessed', 'timed-out')],
  };
  expect(gapsOf(document(rows, {})).causes).toEqual([
    { cause: null, resources: 1, controls: refs('1.3') },
    { cause: 'denied', resources: 1, controls: refs('1.2') },
    { cause: 'timed-out', resources: 3, controls: refs('1.1', '1.3') },
  ]);
});

test('a region that the organisation closes is told once, with the regions that leave it out, and no right is asked for', () => {
  const rows = {
    '2.2.1': [row('eu-west-1', 'pass'), row('ap-south-1', 'not-assessed', 'denied', SCP)],
    '3.5': [row('us-east-1', 'pass'), row('ap-south-1', 'not-assessed', 'denied', SCP)],
  };
  expect(gapsOf(document(rows, { '2.2.1': ['ec2:X'], '3.5': ['config:Y'] }))).toEqual({
    closed: { regions: ['ap-south-1'], open: ['eu-west-1', 'us-east-1'], controls: refs('2.2.1', '3.5') },
    rights: [],
    causes: [],
  });
});

test('with asked regions, the open ones are among those', () => {
  const rows = { '3.5': [row('ap-south-1', 'not-assessed', 'denied', SCP), row('eu-west-1', 'pass')] };
  const { closed } = gapsOf(document(rows, {}, ['ap-south-1', 'us-west-2']));
  expect(closed?.open).toEqual(['us-west-2']);
  expect(gapsOf(document(rows, {}, ['ap-south-1'])).closed?.open).toBeNull();
});

test('a region where something could be read is not closed: one right is refused there', () => {
  const rows = {
    '2.2.1': [row('eu-west-1', 'fail')],
    '3.5': [row('eu-west-1', 'not-assessed', 'denied', SCP)],
  };
  const gaps = gapsOf(document(rows, { '3.5': ['config:Y'] }));
  expect(gaps.closed).toBeNull();
  expect(gaps.rights).toEqual([{ right: 'config:Y', controls: refs('3.5') }]);
});

test('a control that lacks a right elsewhere still names it', () => {
  const rows = {
    '3.5': [row('ap-south-1', 'not-assessed', 'denied', SCP), row('eu-west-1', 'not-assessed', 'denied')],
  };
  expect(gapsOf(document(rows, { '3.5': ['config:Y'] })).rights).toHaveLength(1);
});

import { describe, expect, test } from '@jest/globals';
import type { Finding } from '@cis-scan/contracts';
import { planFor } from './catalogue.ts';
import { rightsFor } from './facts/rights.ts';
import { playedScan } from './testing/played-scan.ts';
import { readTape, type Meddle } from './testing/taped.ts';

const plan = await planFor(['cis-aws-1.3.0']);
const tapes = ['messy', 'tidy'].map(readTape);
const whole = await Promise.all(tapes.map((tape) => playedScan(plan, tape)));

/** The forms in which services refuse: query protocols, EC2, JSON. */
const refusal = (call: string): Error => {
  const name = call.startsWith('ec2:')
    ? 'UnauthorizedOperation'
    : call.startsWith('iam:')
      ? 'AccessDenied'
      : 'AccessDeniedException';
  return Object.assign(new Error(`not authorized to perform: ${call}`), { name });
};
const without =
  (right: string): Meddle =>
  (taped) => {
    if (rightsFor(taped.call).includes(right)) throw refusal(taped.call);
    return undefined;
  };

/** What less reading may do to a finding: nothing, or not-assessed; a control that a person decides stays manual. */
function expectHonest(before: Finding, after: Finding): void {
  const allowed = before.verdict === 'manual' ? ['manual'] : [before.verdict, 'not-assessed'];
  // a review that had nothing to review may no longer know that
  if (before.answers[0]?.assessment === 'manual' && before.verdict === 'not-applicable') allowed.push('manual');
  expect([after.check, allowed]).toEqual([after.check, expect.arrayContaining([after.verdict])]);
}

describe.each(plan.rights)('without %s', (right) => {
  test('verdicts only become not-assessed, and the right is named', async () => {
    const taken = tapes.some((tape) => tape.calls.some((taped) => rightsFor(taped.call).includes(right)));
    let noticed = 0;
    for (const [i, tape] of tapes.entries()) {
      const less = await playedScan(plan, tape, without(right));
      for (const [check, after] of less) {
        const before = whole[i]?.get(check);
        if (!before) throw new Error(`${check} was not there before`);
        expectHonest(before, after);
        const changed = after.verdict !== before.verdict;
        if (changed) expect([check, after.missing]).toEqual([check, expect.arrayContaining([right])]);
        if (changed || after.missing.includes(right)) noticed++;
      }
    }
    // a right that nothing notices is not needed, and not asked for; unless these accounts never come to its call
    if (taken) expect(noticed).toBeGreaterThan(0);
  });
});

test.each(['eu-west-1', 'us-east-1'])(
  'a refused region (%s) turns nothing to its opposite and is named in a row',
  async (region) => {
    for (const [i, tape] of tapes.entries()) {
      const less = await playedScan(plan, tape, (taped) => {
        if (taped.place === region) throw refusal(taped.call);
        return undefined;
      });
      for (const [check, after] of less) {
        const before = whole[i]?.get(check);
        if (before) expectHonest(before, after);
      }
      const rows = less.get('vpc/nacls-close-admin-ports')?.results ?? [];
      expect(rows).toContainEqual(
        expect.objectContaining({ id: tape.account, region, verdict: 'not-assessed', cause: 'denied' }),
      );
    }
  },
);

test('credentials that die midway leave what was read, and the rest expired', async () => {
  const [tape] = tapes;
  if (!tape) throw new Error('no tape');
  const after = await playedScan(plan, tape, (taped) => {
    if (!taped.call.startsWith('iam:'))
      throw Object.assign(new Error('The security token included in the request is expired'), { name: 'ExpiredToken' });
    return undefined;
  });
  expect(after.get('iam/password-policy-min-length')?.verdict).toBe('fail');
  expect(after.get('vpc/flow-logs-enabled')?.results[0]).toMatchObject({ verdict: 'not-assessed', cause: 'expired' });
});

test('throttling is never a verdict', async () => {
  for (const tape of tapes) {
    const after = await playedScan(plan, tape, () => {
      throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' });
    });
    for (const finding of after.values()) expect(['not-assessed', 'manual']).toContain(finding.verdict);
    expect(after.get('vpc/flow-logs-enabled')?.results[0]?.cause).toBe('throttled');
  }
});

import { describe, expect, test } from '@jest/globals';
import { TWO_REGIONS } from '../account-stage.ts';
import { causesIn, controlsOf, flips, lost, missingIn, timeless } from '../read-less.ts';
import type { Scanned } from './scanned.ts';

/** So that nobody waits long for what never answers. */
const HASTY = { attempts: 2, attemptMs: 700, callMs: 1_500 } as const;

/** Days on which the provider does not answer as it should: what matters is not assessed, the rest stands. */
export function badDaysTests(scanned: () => Scanned): void {
  describe('a service in trouble', () => {
    test.each([
      ['answers 500', 'internal', 'failed'],
      ['answers what does not parse', 'garbage', 'failed'],
      ['throttles for longer than we try', 'throttled', 'throttled'],
      ['hangs', 'hang', 'timed-out'],
      ['breaks the connection', 'disconnect', 'failed'],
    ] as const)('%s', async (_, effect, cause) => {
      const { stage, tidy } = scanned();
      stage.overlay.setFaults([{ match: { call: 'kms:*' }, effect }]);
      const after = await stage.scan(stage.tidy, { pace: HASTY });
      expect(flips(tidy, after)).toEqual([]);
      expect(lost(tidy, after)).toEqual(['3.8']);
      expect(causesIn(after)).toEqual([cause]);
      expect(missingIn(after)).toEqual([]);
      const [rest, wanted] = [after, tidy].map((d) => controlsOf(d).filter(({ control }) => control !== '3.8'));
      expect(timeless(rest)).toEqual(timeless(wanted));
    });

    test('that recovers is waited for', async () => {
      const { stage, tidy } = scanned();
      stage.overlay.setFaults([
        { match: { call: 'kms:ListKeys' }, effect: 'throttled', times: 2 },
        { match: { call: 'iam:GetAccountPasswordPolicy' }, effect: 'internal', times: 1 },
        { match: { call: 'ec2:DescribeVpcs' }, effect: 'disconnect', times: 1 },
      ]);
      expect(timeless(await stage.scan(stage.tidy))).toEqual(timeless(tidy));
    });
  });

  test('credentials that die in the middle: what was read stands', async () => {
    const { stage, tidy } = scanned();
    stage.overlay.setFaults([{ match: { account: stage.tidy.account }, effect: 'expired', after: 25 }]);
    const after = await stage.scan(stage.tidy, { pace: { total: 5 } });
    expect(flips(tidy, after)).toEqual([]);
    expect(causesIn(after)).toEqual(['expired']);
    const lostNow = lost(tidy, after).length;
    expect(lostNow).toBeGreaterThan(0);
    expect(lostNow).toBeLessThan(controlsOf(tidy).length - 5);
  });

  test('a region that hangs costs that region', async () => {
    const { stage, tidy } = scanned();
    const [hanging = ''] = TWO_REGIONS;
    stage.overlay.setFaults([{ match: { region: hanging }, effect: 'hang' }]);
    const after = await stage.scan(stage.tidy, { pace: HASTY });
    expect(flips(tidy, after)).toEqual([]);
    expect(causesIn(after)).toEqual(['timed-out']);
    const unread = controlsOf(after).flatMap(({ resources }) => resources.filter((r) => r.verdict === 'not-assessed'));
    expect(new Set(unread.map(({ region }) => region))).toEqual(new Set([hanging]));
    expect(lost(tidy, after)).not.toContain('1.8');
  });

  test('an account that never answers ends with the time of the scan, every row there', async () => {
    const { stage, tidy } = scanned();
    stage.overlay.setFaults([{ match: { account: stage.tidy.account }, effect: 'hang', after: 2 }]);
    const after = await stage.scan(stage.tidy, { limitMs: 1_000 });
    expect(flips(tidy, after)).toEqual([]);
    expect(causesIn(after)).toEqual(['timed-out']);
    expect(controlsOf(after)).toHaveLength(controlsOf(tidy).length);
  });
}

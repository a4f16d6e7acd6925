import { describe, expect, test } from '@jest/globals';
import { TWO_REGIONS } from '../account-stage.ts';
import { causesIn, controlsOf, flips, lost, missingIn } from '../read-less.ts';
import type { Scanned } from './scanned.ts';

/** Rights refused one at a time, and a region closed by an organisation. All rights in turn: `denial.long.test.ts`. */
export function deniedTests(scanned: () => Scanned): void {
  describe('a right that is refused is named, and takes verdicts but turns none', () => {
    test.each([
      ['ec2:DescribeRegions', ['3.9', '5.1', '5.2', '5.3']],
      ['cloudtrail:DescribeTrails', ['3.1', '3.2', '4.1', '4.15']],
      ['iam:GetCredentialReport', ['1.7', '1.10', '1.14']],
      ['s3:ListAllMyBuckets', ['1.20', '2.1.1', '2.1.2']],
      ['sns:ListSubscriptionsByTopic', ['4.1']],
    ])('%s', async (right, concerned) => {
      const { stage, messy, tidy } = scanned();
      stage.overlay.setFaults([{ match: { call: right }, effect: 'denied' }]);
      const after = await stage.scan(stage.tidy);
      expect([...flips(tidy, after), ...flips(messy, await stage.scan(stage.messy))]).toEqual([]);
      expect(lost(tidy, after)).toEqual(expect.arrayContaining(concerned));
      expect(missingIn(after)).toEqual([right]);
    });
  });

  test('a region that a service control policy closes is the only thing lost', async () => {
    const { stage, tidy } = scanned();
    const [closed = '', open = ''] = TWO_REGIONS;
    stage.overlay.setFaults([{ match: { region: closed }, effect: 'denied-by-scp' }]);
    const after = await stage.scan(stage.tidy);
    expect(flips(tidy, after)).toEqual([]);
    expect(lost(tidy, after)).toEqual(expect.arrayContaining(['2.2.1', '3.5', '3.9', '5.1', '5.2', '5.3']));
    expect(causesIn(after)).toEqual(['denied']);
    const unread = controlsOf(after).flatMap(({ resources }) => resources.filter((r) => r.verdict === 'not-assessed'));
    expect(new Set(unread.map(({ region }) => region))).toEqual(new Set([closed]));
    expect(unread.filter(({ reason }) => !reason.includes('service control policy'))).toEqual([]);
    const flowLogs = controlsOf(after).find(({ control }) => control === '3.9')?.resources ?? [];
    expect(new Set(flowLogs.filter(({ region }) => region === open).map(({ verdict }) => verdict))).toEqual(
      new Set(['pass']),
    );
  });
}

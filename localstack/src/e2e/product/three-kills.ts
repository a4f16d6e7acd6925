import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { controlsOf } from '../read-less.ts';
import { byKeys, byRole, type ProductStage } from '../product-stage.ts';
import { documentOf } from './demo-accounts.ts';
import { attemptsOf, killAndReplace, outcomeOf, submitPatiently } from './kills.ts';

/** The short form of `kills.long.test.ts`: every scanner and a reporter, killed while two scans are in work. */
export function threeKillsTest(product: () => ProductStage): void {
  test('scanners and reporter killed in the middle: whole reports, one mail each', async () => {
    const { messy, tidy, stack } = product();
    const requestIds = ['killed-messy', 'killed-tidy'];
    // Slow enough that nothing is over before it is killed.
    stack.overlay.setFaults([{ latencyMs: 60 }]);
    await submitPatiently(product(), 'killed-messy', [byRole(messy)]);
    await submitPatiently(product(), 'killed-tidy', [byKeys(tidy)]);
    const end = Date.now() + 30_000;
    while ((await product().status('killed-tidy')).progress.done === 0) {
      if (Date.now() > end) throw new Error('no finding was recorded');
      await sleep(50);
    }
    const kills = await Promise.all([
      killAndReplace(product(), 'aws-scanner', requestIds, 0),
      killAndReplace(product(), 'aws-scanner', requestIds, 1),
      killAndReplace(product(), 'reporter', requestIds, 0),
    ]);
    stack.overlay.setFaults([]);
    expect(kills.map(({ openScans }) => openScans)).toEqual([2, 2, 2]);

    const outcomes = [];
    for (const id of requestIds) outcomes.push(await outcomeOf(product(), id, 60_000));
    expect(outcomes.map(({ deliveries, messageIds }) => [deliveries, messageIds])).toEqual([
      [['sent'], 1],
      [['sent'], 1],
    ]);
    const documents = outcomes.map(({ report }) => documentOf(report, 0));
    expect(documents.map((document) => controlsOf(document).length)).toEqual([55, 55]);
    expect(documents.map((document) => document.benchmarks[0]?.counts)).toMatchObject([
      { pass: 0, 'not-assessed': 0 },
      { fail: 0, 'not-assessed': 0 },
    ]);
    expect(Math.max(...(await attemptsOf(product(), requestIds)))).toBeGreaterThan(1);
  }, 120_000);
}

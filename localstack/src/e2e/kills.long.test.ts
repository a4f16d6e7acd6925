import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ServiceName } from '../stack/service.ts';
import { documentOf } from './product/demo-accounts.ts';
import { attemptsOf, killAndReplace, openAmong, outcomeOf, SOON, submitPatiently, type Kill } from './product/kills.ts';
import { startProductStage, type ProductStage } from './product-stage.ts';
import { controlsOf, timeless } from './read-less.ts';

const SERVICES: readonly ServiceName[] = ['aws-scanner', 'reporter', 'intake'];
const REQUESTS = Array.from({ length: 10 }, (_, i) => `storm-${i}`);

let product: ProductStage;

beforeAll(async () => {
  product = await startProductStage(SOON);
  product.stack.overlay.setFaults([{ latencyMs: 20 }]);
}, 120_000);
afterAll(() => product?.stop(), 60_000);

/** Kills one process after the other, at random, until every scan has its report. */
async function storm(): Promise<readonly Kill[]> {
  const kills: Kill[] = [];
  while ((await openAmong(product, REQUESTS)) > 0) {
    await sleep(randomInt(300, 2_500));
    const name = SERVICES[kills.length % SERVICES.length] ?? 'aws-scanner';
    kills.push(await killAndReplace(product, name, REQUESTS, randomInt(2)));
  }
  return kills;
}

test('two processes of every service, killed at random during ten scans: ten whole reports, one mail each', async () => {
  const [kills] = await Promise.all([storm(), Promise.all(REQUESTS.map((id) => submitPatiently(product, id)))]);
  const midWork = SERVICES.map((name) => kills.filter((kill) => kill.name === name && kill.openScans > 0).length);
  expect(Math.min(...midWork)).toBeGreaterThanOrEqual(3);

  const outcomes = [];
  for (const id of REQUESTS) outcomes.push(await outcomeOf(product, id, 120_000));
  expect(outcomes.map(({ deliveries, messageIds }) => [deliveries, messageIds])).toEqual(
    REQUESTS.map(() => [['sent'], 1]),
  );
  const documents = outcomes.map(({ report }) => [documentOf(report, 0), documentOf(report, 1)] as const);
  for (const [messy, tidy] of documents) {
    expect([controlsOf(messy).length, controlsOf(tidy).length]).toEqual([55, 55]);
    expect(timeless([messy, tidy])).toEqual(timeless(documents[0]));
  }
  // Kills of a scanner were felt: some target was begun again.
  const attempts = await attemptsOf(product, REQUESTS);
  expect(attempts).toHaveLength(2 * REQUESTS.length);
  expect(Math.max(...attempts)).toBeGreaterThan(1);
}, 600_000);

import { afterAll, beforeAll } from '@jest/globals';
import { demoAccountsTests } from './product/demo-accounts.ts';
import { halfDeniedTest } from './product/half-denied.ts';
import { SOON } from './product/kills.ts';
import { threeKillsTest } from './product/three-kills.ts';
import { startProductStage, type ProductStage } from './product-stage.ts';

let stage: ProductStage | undefined;
const product = (): ProductStage => {
  if (stage === undefined) throw new Error('the product did not start');
  return stage;
};

beforeAll(async () => {
  stage = await startProductStage(SOON);
}, 120_000);
afterAll(() => stage?.stop(), 60_000);

demoAccountsTests(product);
halfDeniedTest(product);
threeKillsTest(product);

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { badDaysTests } from './account/bad-days.ts';
import { commandLineTests } from './account/command-line.ts';
import { deniedTests } from './account/denied.ts';
import { GRANTED, leastPrivilegeTests } from './account/least-privilege.ts';
import type { Scanned } from './account/scanned.ts';
import { startAccountStage } from './account-stage.ts';
import { missingIn, timeless } from './read-less.ts';

/** One stage for everything that one account and one scanner can show: starting it takes longer than most tests. */
let known: Scanned | undefined;
const scanned = (): Scanned => {
  if (known === undefined) throw new Error('the stage did not start');
  return known;
};

beforeAll(async () => {
  // Authorization of the emulator is there from the start but far off; the last tests bring it near.
  const stage = await startAccountStage({ scanActions: GRANTED, authorizeAfterCalls: 1_000_000 });
  // By role: so the overlay has met our own identity before the emulator stops telling whose keys are.
  known = { stage, messy: await stage.scan(stage.messy), tidy: await stage.scan(stage.tidy, { access: 'role' }) };
}, 120_000);
afterEach(() => known?.stage.overlay.setFaults([]));
afterAll(() => known?.stage.stop());

test('the same account gives the same document, by keys as by role', async () => {
  const { stage, tidy } = scanned();
  expect(timeless(await stage.scan(stage.tidy))).toEqual(timeless(tidy));
  expect(timeless(await stage.scan(stage.tidy, { access: 'role' }))).toEqual(timeless(tidy));
  expect(missingIn(tidy)).toEqual([]);
});

deniedTests(scanned);
badDaysTests(scanned);
commandLineTests(scanned);
leastPrivilegeTests(scanned);

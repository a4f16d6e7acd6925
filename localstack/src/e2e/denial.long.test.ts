import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { openRights } from '@cis-scan/access';
import type { TargetDocument } from '@cis-scan/contracts';
import { BENCHMARK, startAccountStage, type AccountStage } from './account-stage.ts';
import { flips, lost, missingIn } from './read-less.ts';

const { base, optional } = openRights().of(BENCHMARK);

/** Rights that neither seeded account makes the scanner use, and why; each has its own table of cases elsewhere. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  'iam:ListInstanceProfiles': 'no instance of these accounts has a profile',
};

let stage: AccountStage;
let messy: TargetDocument;
let tidy: TargetDocument;

beforeAll(async () => {
  stage = await startAccountStage();
  [messy, tidy] = [await stage.scan(stage.messy), await stage.scan(stage.tidy)];
}, 120_000);
afterEach(() => stage.overlay.setFaults([]));
afterAll(() => stage?.stop());

describe('every right of the benchmark, refused in turn', () => {
  test.each([...base, ...optional])(
    '%s',
    async (right) => {
      stage.overlay.setFaults([{ match: { call: right }, effect: 'denied' }]);
      stage.overlay.clearCalls();
      const after = { messy: await stage.scan(stage.messy), tidy: await stage.scan(stage.tidy) };
      expect([...flips(messy, after.messy), ...flips(tidy, after.tidy)]).toEqual([]);
      const named = new Set([...missingIn(after.messy), ...missingIn(after.tidy)]);
      if (right in NOT_ASKED) {
        expect([...named]).toEqual([]);
        return;
      }
      expect([...named]).toEqual([right]);
      const gone = [...lost(messy, after.messy), ...lost(tidy, after.tidy)];
      // A right of evidence only takes no verdict: then the control that shows the evidence names it.
      if (base.includes(right)) expect(gone).not.toEqual([]);
    },
    30_000,
  );
});

import type { Verdict } from '@cis-scan/contracts';
import { Listing, worst, type AnyCheck, type Context, type Judgement } from '@cis-scan/engine';
import { NOW } from '@cis-scan/engine/testing';
import { secureScores } from '../facts/secure-score/scores.ts';

const context: Context = { now: NOW, target: { account: 'tenant', cloud: 'global' } };

/** What the last source of a check says where Secure Score lists these controls with their per cent. */
export function scored(
  check: AnyCheck,
  controls: Readonly<Record<string, number>>,
  more: { readonly facts?: object; readonly with?: object } = {},
): readonly Judgement[] {
  const last = check.otherwise.at(-1);
  if (last === undefined) throw new Error('the check has no further source');
  if (!Object.values(last.needs).includes(secureScores)) throw new Error('its last source is not Secure Score');
  const listed = Object.entries(controls).map(([name, percent]) => ({
    name,
    score: 0,
    percent,
    status: '',
    syncedAt: NOW,
  }));
  const facts = { secureScores: { at: NOW, controls: listed }, controlProfiles: new Listing([]), ...more.facts };
  return last.evaluate(facts as never, { ...check.options, ...more.with } as never, context);
}

/** The verdict of the same. */
export const controlScores = (...asked: Parameters<typeof scored>): Verdict => worst(scored(...asked));

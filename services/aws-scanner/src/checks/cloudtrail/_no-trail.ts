import { fail, saw, target, type Judgement } from '@cis-scan/engine';
import { describedTrails } from '../../facts/cloudtrail/described-trails.ts';

/** Where no trail exists in any region that was looked at, and one must: the account fails. */
export const noTrail = (so: string) => (): Judgement =>
  fail(target, `there is no trail, so ${so}`, saw(describedTrails, { trails: 0 }));

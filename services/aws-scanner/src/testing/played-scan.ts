import type { Finding } from '@cis-scan/contracts';
import { scan, type Plan } from '@cis-scan/engine';
import { playing, type Meddle, type Tape } from './taped.ts';

/** The findings of a taped account by check, in the order of their questions. */
export async function playedScan(plan: Plan, tape: Tape, meddle?: Meddle): Promise<ReadonlyMap<string, Finding>> {
  const found = new Map<string, Finding>();
  const target = { account: tape.account, cloud: tape.partition };
  for await (const finding of scan(plan, playing(tape, meddle), { now: new Date(tape.now), target })) {
    found.set(finding.check, finding);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

import type { IntakeTable } from '@cis-scan/scan-table';
import { HttpProblem } from './http/problem.ts';

/** What one caller may ask for before others suffer. */
export interface Limits {
  /** Well-formed scan requests in one minute. */
  readonly requestsPerMinute: number;
  /** Targets that wait or are being scanned at a time. */
  readonly targetsInFlight: number;
}

/** Counts a request of this minute. Throws 429 with the seconds left of the minute when it is one too many. */
export async function countRequest(table: IntakeTable, limits: Limits, caller: string, now: Date): Promise<void> {
  if ((await table.countRequest(caller, now)) <= limits.requestsPerMinute) return;
  throw new HttpProblem(429, `At most ${limits.requestsPerMinute} scan requests a minute are taken.`, {
    retryAfter: Math.max(1, 60 - now.getUTCSeconds()),
  });
}

/** Throws 429 when the caller's open targets and the new ones together are too many: one flood must not lie before all others. */
export async function roomFor(table: IntakeTable, limits: Limits, caller: string, targets: number): Promise<void> {
  if ((await table.openTargets(caller)) + targets <= limits.targetsInFlight) return;
  throw new HttpProblem(429, `At most ${limits.targetsInFlight} targets may wait or be scanned at a time.`, {
    retryAfter: 60,
  });
}

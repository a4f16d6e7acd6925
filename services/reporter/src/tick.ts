import type { EventDetail } from '@cis-scan/contracts';
import type { Bus, Logger } from '@cis-scan/runtime';

/**
 * Sends a Tick through the bus every so often, and one at once. Time for deadlines is when a tick reached the queue, so
 * it stands still as long as bus or queue do. Returns what stops it.
 */
export function startTicking(bus: Bus, seconds: number, log: Pick<Logger, 'warn'>): () => void {
  const tick = (): void => {
    const detail: EventDetail<'Tick'> = { version: 1, at: new Date().toISOString() };
    bus.publish([{ type: 'Tick', detail }]).catch((error: unknown) => log.warn({ err: error }, 'a tick was lost'));
  };
  tick();
  const timer = setInterval(tick, seconds * 1000);
  return () => clearInterval(timer);
}

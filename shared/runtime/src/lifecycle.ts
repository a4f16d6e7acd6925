import type { Logger } from './log.ts';

/** How a service ends. */
export interface Lifecycle {
  /** Aborted as soon as the process is asked to stop. */
  readonly signal: AbortSignal;
  /** Runs `stop` at the end; the last registered goes first. */
  onStop(name: string, stop: () => Promise<void> | void): void;
}

export interface LifecycleOptions {
  /** All of the ending together, below the stop timeout of the container. */
  readonly limitSeconds?: number;
  readonly exit?: (code: number) => void;
}

const within = async (work: Promise<void>, milliseconds: number): Promise<boolean> => {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), milliseconds);
  try {
    return await Promise.race([work.then(() => true), late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Ends the process in order on SIGTERM or SIGINT: what was registered runs in reverse, within `limitSeconds`, then exit 0.
 * A second signal does not wait. An error that nobody caught is logged and ends the process with 1: after it, nothing is
 * known about the state of the work in memory, and the queues hold everything that matters.
 */
export function lifecycle(log: Logger, { limitSeconds = 25, exit = process.exit }: LifecycleOptions = {}): Lifecycle {
  const stopping = new AbortController();
  const stops: { readonly name: string; readonly stop: () => Promise<void> | void }[] = [];

  const end = async (): Promise<void> => {
    for (const { name, stop } of stops.toReversed()) {
      try {
        await stop();
      } catch (error) {
        log.error({ err: error, part: name }, 'could not stop in order');
      }
    }
  };
  const onSignal = async (name: string): Promise<void> => {
    if (stopping.signal.aborted) return exit(1);
    log.info({ signal: name }, 'stopping');
    stopping.abort(new Error('the service stops'));
    const inTime = await within(end(), limitSeconds * 1000);
    if (!inTime) log.error({ limitSeconds }, 'did not stop in time');
    else log.info('stopped');
    exit(inTime ? 0 : 1);
  };
  const onFault = (error: unknown): void => {
    log.fatal({ err: error }, 'an error that nobody caught');
    exit(1);
  };
  process.on('SIGTERM', (name) => void onSignal(name));
  process.on('SIGINT', (name) => void onSignal(name));
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);

  return {
    signal: stopping.signal,
    onStop: (name, stop) => {
      stops.push({ name, stop });
    },
  };
}

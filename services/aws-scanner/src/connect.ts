import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { timeLimit } from '@cis-scan/runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Call, Partition, Service, Session } from './aws.ts';
import { HOME, makeClient, type Client, type ClientConfig } from './clients.ts';
import { retries } from './retries.ts';

/** How hard one scan may press on one account. */
export interface Pace {
  /** Calls in flight over all services. */
  readonly total: number;
  /** Calls in flight per service and region, since AWS throttles them apart. */
  readonly perService: number;
  /** Attempts of a throttled call, the first included; network errors and 5xx answers are given up sooner. */
  readonly attempts: number;
  /** Milliseconds one attempt may take, and one call with all its attempts. */
  readonly attemptMs: number;
  readonly callMs: number;
  readonly retryMode: 'standard' | 'adaptive';
}

/** The usual pace: quick, well below what AWS throttles. */
export const BRISK: Pace = {
  total: 50,
  perService: 25,
  attempts: 10,
  attemptMs: 20_000,
  callMs: 120_000,
  retryMode: 'standard',
};
/** `USE_RATE_LIMITER`: few calls at once, and the SDK slows down by itself after a throttle. */
export const POLITE: Pace = { ...BRISK, total: 10, perService: 4, retryMode: 'adaptive' };

/** How our calls are recognised in the customer's CloudTrail. */
export const USER_AGENT = 'cis-scan/0.1';

/** What was asked, for the benchmark's counts and for metrics. */
export interface Asked {
  readonly call: Call;
  readonly place: string;
  readonly input: unknown;
  readonly ms: number;
  readonly attempts: number;
  readonly ok: boolean;
}

export interface ConnectOptions {
  readonly account: string;
  readonly partition: Partition;
  readonly regions: readonly string[] | null;
  readonly credentials: AwsCredentialIdentityProvider;
  /** Test door of scanned accounts. Our own platform's endpoint never leads here. */
  readonly endpoint?: string | undefined;
  readonly pace: Pace;
  /** The scan's time limit. */
  readonly signal?: AbortSignal | undefined;
  readonly onAsked?: ((asked: Asked) => void) | undefined;
}

/** An open account. `close` lets go of its sockets. */
export interface Connection extends Session {
  readonly close: () => void;
}

const attemptsOf = (answer: unknown): number => {
  const meta = (answer as { $metadata?: { attempts?: unknown } } | null)?.$metadata;
  return typeof meta?.attempts === 'number' ? meta.attempts : 1;
};

/** The one door to the SDK: clients made when first used, limits per service and region and in all, a time limit per call. */
export function connect(options: ConnectOptions): Connection {
  const { pace, signal } = options;
  const requestHandler = new NodeHttpHandler({
    connectionTimeout: 5_000,
    requestTimeout: pace.attemptMs,
    throwOnRequestTimeout: true,
    httpAgent: { maxSockets: pace.total, keepAlive: true },
    httpsAgent: { maxSockets: pace.total, keepAlive: true },
  });
  const clients = new Map<string, Client>();
  const limits = new Map<string, LimitFunction>();
  const total = pLimit(pace.total);

  const regionOf = (place: string): string => (place === 'global' ? HOME[options.partition] : place);
  const clientOf = (service: Service, place: string): Client => {
    const region = regionOf(place);
    const key = `${service}@${region}`;
    const config: ClientConfig = {
      region,
      credentials: options.credentials,
      requestHandler,
      retryStrategy: retries(pace.retryMode, pace.attempts),
      customUserAgent: USER_AGENT,
      ignoreConfiguredEndpointUrls: true,
      ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    };
    const client = clients.get(key) ?? makeClient(service, config);
    clients.set(key, client);
    return client;
  };
  const limitOf = (place: string, call: Call): LimitFunction => {
    const key = `${call.split(':')[0]}@${regionOf(place)}`;
    const limit = limits.get(key) ?? pLimit(pace.perService);
    limits.set(key, limit);
    return limit;
  };

  const askNow = async (place: string, call: Call, input: unknown): Promise<unknown> => {
    signal?.throwIfAborted();
    const [service = '', operation = ''] = call.split(':');
    const client = clientOf(service as Service, place);
    const method = operation.charAt(0).toLowerCase() + operation.slice(1);
    const timeUp = timeLimit(pace.callMs, `${call} took too long`);
    const abortSignal = signal ? AbortSignal.any([timeUp.signal, signal]) : timeUp.signal;
    const began = performance.now();
    const tell = (answer: unknown, ok: boolean): void =>
      options.onAsked?.({ call, place, input, ms: performance.now() - began, attempts: attemptsOf(answer), ok });
    try {
      const answer = await client[method]?.(input, { abortSignal });
      tell(answer, true);
      return answer;
    } catch (error) {
      tell(error, false);
      throw error;
    } finally {
      timeUp.cancel();
    }
  };

  return {
    account: options.account,
    partition: options.partition,
    regions: options.regions,
    ask: (place, call, input) => limitOf(place, call)(() => total(() => askNow(place, call, input))),
    close: () => requestHandler.destroy(),
  };
}

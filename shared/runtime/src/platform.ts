import { ConfigError } from './config.ts';

const LOOPBACK = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/;

/** Whether an address points at this very machine. */
export const isLoopback = (url: string): boolean => LOOPBACK.test(new URL(url).hostname);

/**
 * Throws a ConfigError when a test door points at loopback in production (NODE_ENV=production), or is no address.
 * `doors` are names of environment variables that hold addresses.
 */
export function refuseTestDoors(
  doors: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): void {
  const faults = doors.flatMap((name) => {
    const url = env[name];
    if (!url) return [];
    if (!URL.canParse(url)) return [`${name} must be an address`];
    return env['NODE_ENV'] === 'production' && isLoopback(url)
      ? [`${name} points at this machine: unset it, it is for tests only`]
      : [];
  });
  if (faults.length > 0) throw new ConfigError(faults);
}

/** Fits the constructor of every SDK client of our own platform. */
export interface PlatformClientConfig {
  readonly region: string;
  readonly endpoint?: string;
  readonly useQueueUrlAsEndpoint: boolean;
  readonly forcePathStyle: boolean;
  readonly maxAttempts: number;
  readonly requestHandler: {
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly throwOnRequestTimeout: boolean;
  };
}

/**
 * How to reach our own AWS: AWS_REGION, and AWS_ENDPOINT_URL where an emulator plays the platform. There, queues are
 * reached through the endpoint and not through their address, and buckets by path.
 */
export function platformClientConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): PlatformClientConfig {
  refuseTestDoors(['AWS_ENDPOINT_URL'], env);
  const region = env['AWS_REGION'];
  if (!region) throw new ConfigError(['set AWS_REGION']);
  const endpoint = env['AWS_ENDPOINT_URL'];
  return {
    region,
    ...(endpoint ? { endpoint } : {}),
    useQueueUrlAsEndpoint: !endpoint,
    forcePathStyle: Boolean(endpoint),
    maxAttempts: 3,
    // Longer than the longest poll of a queue (20 s).
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
  };
}

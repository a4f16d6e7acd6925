import pino, { type DestinationStream, type Logger } from 'pino';
import { describeError } from './error-record.ts';

/** Names under which secrets travel in requests; the second net under the `Secret` type. */
const NAMES = [
  'access_secret',
  'session_token',
  'client_secret',
  'client_certificate',
  'secretAccessKey',
  'sessionToken',
  'password',
  'authorization',
  'x-api-key',
  'cookie',
];
const paths = NAMES.flatMap((name) =>
  ['', '*', '*.*'].map((prefix) => (prefix === '' ? `["${name}"]` : `${prefix}["${name}"]`)),
);

interface HttpRequest {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly url?: unknown;
}

/**
 * The log of a service: JSON lines, each with the service's name; `child({ scanId, targetId, attemptId })` adds ids.
 * Requests are reduced to method and address, answers to their status, errors to what `describeError` keeps: headers
 * and bodies never get in. The level is LOG_LEVEL, or info.
 */
export function createLogger(service: string, destination?: DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level: process.env['LOG_LEVEL'] ?? 'info',
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths, censor: '[secret]' },
    serializers: {
      err: describeError,
      error: describeError,
      req: ({ id, method, url }: HttpRequest) => ({ id, method, url }),
      res: ({ statusCode }: { statusCode?: unknown }) => ({ statusCode }),
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
export type { Logger };

import { randomUUID } from 'node:crypto';
import type { Json } from './json.ts';

/** A request as it came in, its body read. */
export interface Request {
  readonly method: string;
  /** Path and query, undecoded. */
  readonly target: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where the client reached the server: `https://127.0.0.1:12345`. */
  readonly base: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A JSON answer; every one bears an id of the request, as Microsoft's do. */
export function json(status: number, body: Json, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: {
      'content-type': 'application/json;odata.metadata=minimal;charset=utf-8',
      'request-id': randomUUID(),
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

/** A body in JSON, or undefined where it is none. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

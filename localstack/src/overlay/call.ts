import type { IncomingHttpHeaders } from 'node:http';

/** How a service words its answers; errors differ by it. */
export type Protocol = 'query' | 'ec2' | 'json' | 'rest-json' | 's3' | 's3control';

/** One request of an AWS client, recognised. */
export interface Call {
  readonly method: string;
  /** Path with its query, as received. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Prefix of the service in IAM actions: ec2, access-analyzer, s3 … (s3control for the account's settings). */
  readonly service: string;
  /** Name of the operation in the API, "Unknown" where it was not recognised. */
  readonly operation: string;
  readonly region: string;
  readonly protocol: Protocol;
  readonly accessKeyId: string | null;
}

/** An HTTP answer before it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** Parameters of a query-protocol call. */
export function parametersOf(call: Call): URLSearchParams {
  return new URLSearchParams(call.body.toString());
}

export function xmlAnswer(status: number, xml: string): Answer {
  return { status, headers: { 'content-type': 'text/xml' }, body: Buffer.from(xml) };
}

export function jsonAnswer(status: number, value: unknown, more: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...more }, body: Buffer.from(JSON.stringify(value)) };
}

/** The same answer with another body. */
export function withBody(answer: Answer, body: string): Answer {
  return { ...answer, body: Buffer.from(body) };
}

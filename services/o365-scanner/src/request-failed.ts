/** What kind of trouble a request came to: an answer with an error status, or none that could be read. */
export type Trouble = 'status' | 'network' | 'timeout' | 'malformed' | 'closed';

/** A request that gave no usable answer, in the words of the surface that was asked. */
export class RequestFailed extends Error {
  readonly trouble: Trouble;
  /** HTTP status; `null` where no answer came. */
  readonly status: number | null;
  /** The service's own code (`Authorization_RequestDenied`), empty where it gave none. */
  readonly code: string;
  /** By which Microsoft finds the request again. */
  readonly requestId: string | null;
  /** How long the service asked to be left alone, in milliseconds; `null` where it said nothing. */
  readonly retryAfterMs: number | null;
  constructor(
    trouble: Trouble,
    message: string,
    answer: Partial<Pick<RequestFailed, 'status' | 'code' | 'requestId' | 'retryAfterMs'>> = {},
  ) {
    super(message);
    this.name = 'RequestFailed';
    this.trouble = trouble;
    this.status = answer.status ?? null;
    this.code = answer.code ?? '';
    this.requestId = answer.requestId ?? null;
    this.retryAfterMs = answer.retryAfterMs ?? null;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** The error behind an answer with an error status. `body` is the parsed JSON, or `undefined` where it was none. */
export function failedWith(
  status: number,
  body: unknown,
  requestId: string | null = null,
  retryAfterMs: number | null = null,
): RequestFailed {
  const { error, error_description: described } = object(body);
  const inner = object(error);
  const id = requestId ?? (text(object(inner['innerError'])['request-id']) || null);
  const message = text(inner['message']) || text(described) || text(error);
  return new RequestFailed('status', message, { status, code: text(inner['code']), requestId: id, retryAfterMs });
}

const MAX_TEXT = 2000;
const MAX_CAUSES = 3;

/** What of an error may be written down. */
export interface ErrorRecord {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly status?: number;
  readonly requestId?: string;
  readonly stack?: string;
  readonly cause?: ErrorRecord;
}

const text = (value: unknown): string => String(value).slice(0, MAX_TEXT);

/**
 * An error as a plain record of few known fields. SDK errors carry their whole answer and sometimes the request with its
 * headers; only what is named here gets through. Never throws, whatever was thrown.
 */
export function describeError(error: unknown, depth = 0): ErrorRecord {
  if (typeof error !== 'object' || error === null || !('message' in error))
    return { type: typeof error, message: text(error) };
  const { name, message, stack, code, cause, $metadata } = error as Error & {
    readonly code?: unknown;
    readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  };
  return {
    type: text(name),
    message: text(message),
    ...(typeof code === 'string' ? { code } : {}),
    ...($metadata?.httpStatusCode === undefined ? {} : { status: $metadata.httpStatusCode }),
    ...($metadata?.requestId === undefined ? {} : { requestId: $metadata.requestId }),
    ...(stack === undefined ? {} : { stack: text(stack) }),
    ...(cause === undefined || depth >= MAX_CAUSES ? {} : { cause: describeError(cause, depth + 1) }),
  };
}

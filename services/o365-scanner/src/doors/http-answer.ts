import { AccessRefused, AccessUnavailable } from '@cis-scan/access/m365';
import { failedWith, RequestFailed } from '../request-failed.ts';

const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i;

/** `Retry-After` in milliseconds: seconds, or a moment. `null` where it is absent or neither. */
export function retryAfterMs(header: string | null, now: number = Date.now()): number | null {
  const text = header?.trim() ?? '';
  if (text === '') return null;
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The JSON body of an answer. Throws RequestFailed for an error status, and for a body that is no whole JSON. */
async function bodyOf(response: Response): Promise<unknown> {
  const { status, headers } = response;
  const requestId = headers.get('request-id') ?? headers.get('x-ms-request-id');
  const body = parsed(await response.text());
  if (!response.ok) throw failedWith(status, body, requestId, retryAfterMs(headers.get('retry-after')));
  const type = headers.get('content-type') ?? '';
  if (!JSON_TYPE.test(type)) {
    throw new RequestFailed('malformed', `the answer is no JSON but "${type.slice(0, 80)}"`, { requestId });
  }
  if (body === undefined)
    throw new RequestFailed('malformed', 'the answer breaks off: its JSON is not whole', { requestId });
  return body;
}

/** Why no answer came at all, without the address. */
function withoutAnswer(error: unknown): RequestFailed {
  const { cause } = Object(error) as { cause?: unknown };
  const { code, message } = Object(cause ?? error) as { code?: unknown; message?: unknown };
  return new RequestFailed('network', typeof code === 'string' ? `no connection: ${code}` : String(message));
}

/**
 * Sends a request and reads its JSON answer. All that goes wrong is a RequestFailed; a token that is no longer given reads
 * as a 401 does.
 */
export async function jsonFrom(send: () => Promise<Response>): Promise<unknown> {
  try {
    return await bodyOf(await send());
  } catch (error) {
    if (error instanceof RequestFailed) throw error;
    if (error instanceof AccessUnavailable) throw new RequestFailed('network', error.detail);
    if (!(error instanceof AccessRefused)) throw withoutAnswer(error);
    throw new RequestFailed('status', error.detail, { status: 401, code: 'InvalidAuthenticationToken' });
  }
}

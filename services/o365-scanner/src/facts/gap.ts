import { Unreadable, type Gap } from '@cis-scan/engine';
import { RequestFailed } from '../request-failed.ts';

const MAX_DETAIL = 300;
const LICENCE = /licen[sc]e|premium|not applicable to target tenant|no mailbox plan/i;
const NOT_OFFERED = /resource not found for the segment|unknownerror|not supported|invalid version/i;

/** What was asked, and what it takes. */
export interface Asked {
  /** `GET /v1.0/domains`, `exchange:Get-MalwareFilterPolicy`, `TXT contoso.com`. */
  readonly call: string;
  /** Permissions that the request takes. */
  readonly rights: readonly string[];
  /** What else it takes, said where it is refused: a role of the directory, a kind of credential. */
  readonly alsoNeeds?: string | undefined;
}

function causeOf(error: RequestFailed, call: string): Gap['cause'] {
  const said = `${error.code} ${error.message}`;
  if (error.trouble === 'timeout') return 'timed-out';
  if (error.trouble === 'closed') return 'unsupported';
  if (error.trouble !== 'status') return 'failed';
  switch (error.status) {
    case 401:
      // Graph says so of a token that it no longer takes; Exchange of one that holds no role, with an empty body
      return /expired|InvalidAuthenticationToken/i.test(said) && call.startsWith('GET ') ? 'expired' : 'denied';
    case 403:
      return LICENCE.test(said) ? 'unsupported' : 'denied';
    case 400:
      return LICENCE.test(said) || NOT_OFFERED.test(said) ? 'unsupported' : 'failed';
    case 404:
      return 'unsupported';
    case 429:
      return 'throttled';
    case 408:
    case 504:
      return 'timed-out';
    default:
      return 'failed';
  }
}

/** In words: what is behind the status where the service's own message does not say it to a reader. */
function hint(cause: Gap['cause'], error: RequestFailed, asked: Asked): string {
  if (cause === 'denied' && asked.alsoNeeds !== undefined) return `; it also takes ${asked.alsoNeeds}`;
  if (cause !== 'unsupported' || error.trouble !== 'status') return '';
  return LICENCE.test(`${error.code} ${error.message}`)
    ? "; the tenant's licences do not include it"
    : '; this cloud or tenant does not offer it';
}

/** Turns what a surface answered about one request into our words, once. */
export function gapFrom(error: unknown, asked: Asked): Omit<Gap, 'fact'> {
  const { call, rights } = asked;
  if (!(error instanceof RequestFailed)) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { cause: 'failed', rights: [], detail: `${call}: ${said}`.slice(0, MAX_DETAIL) };
  }
  const cause = causeOf(error, call);
  const status = error.status === null ? '' : ` ${error.status}`;
  const code = error.code === '' ? '' : ` ${error.code}`;
  const message = error.message === '' ? '' : `: ${error.message}`;
  const request = error.requestId === null ? '' : ` (request ${error.requestId})`;
  const head = error.status === null ? `${call}${message}` : `${call} answered${status}${code}${message}`;
  return {
    cause,
    rights: cause === 'denied' ? [...rights] : [],
    detail: `${head.slice(0, MAX_DETAIL)}${request}${hint(cause, error, asked)}`,
  };
}

/** Awaits an answer; an error comes back as `Unreadable` that names the permission of the request. */
export async function readable<T>(answer: Promise<T>, asked: Asked): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new Unreadable(gapFrom(error, asked), error);
  }
}

/** Awaits an answer in which some codes are themselves answers ("there is none"): these give `undefined`. */
export async function unlessAbsent<T>(answer: Promise<T>, ...codes: readonly string[]): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const cause = error instanceof Unreadable ? error.cause : error;
    if (cause instanceof RequestFailed && codes.includes(cause.code)) return undefined;
    throw error;
  }
}

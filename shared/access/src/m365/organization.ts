import { setTimeout as wait } from 'node:timers/promises';
import { AccessRefused } from '../refused.ts';

/** What a tenant says about itself. */
export interface Organization {
  readonly id: string;
  readonly name: string | null;
  readonly defaultDomain: string | null;
  /** The first domain, from which Microsoft makes other names of the tenant. */
  readonly initialDomain: string | null;
}

const TRIES = 3;
const REQUEST_MS = 10_000;
const LONGEST_WAIT_MS = 5_000;
const MAX_NAME = 256;

/** A name is the tenant's own text: bounded, on one line. */
function nameOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim() : '';
  return text === '' ? null : text.slice(0, MAX_NAME);
}

interface RawDomain {
  readonly name?: unknown;
  readonly isDefault?: unknown;
  readonly isInitial?: unknown;
}

function read(body: unknown): Organization | null {
  const list = (body as { readonly value?: unknown } | null)?.value;
  const first = (Array.isArray(list) ? (list as unknown[])[0] : undefined) as Record<string, unknown> | undefined;
  if (typeof first?.['id'] !== 'string') return null;
  const domains = Array.isArray(first['verifiedDomains']) ? (first['verifiedDomains'] as (RawDomain | null)[]) : [];
  return {
    id: first['id'].toLowerCase(),
    name: nameOf(first['displayName']),
    defaultDomain: nameOf(domains.find((domain) => domain?.isDefault === true)?.name),
    initialDomain: nameOf(domains.find((domain) => domain?.isInitial === true)?.name),
  };
}

async function answerOf(graph: string, token: string): Promise<Response | null> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(`${graph}/v1.0/organization?$select=id,displayName,verifiedDomains`, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json', 'user-agent': 'cis-scan' },
      redirect: 'manual',
      signal: AbortSignal.timeout(REQUEST_MS),
    }).catch(() => null);
    const busy = answer === null || answer.status === 429 || answer.status >= 500;
    if (!busy || attempt === TRIES) return answer;
    const seconds = Number(answer?.headers.get('retry-after') ?? Number.NaN);
    await wait(Math.min(LONGEST_WAIT_MS, Number.isFinite(seconds) ? seconds * 1000 : 200 * 2 ** attempt));
  }
}

/**
 * Asks Graph whose tenant it is (GET /v1.0/organization; Directory.Read.All or Organization.Read.All). `null` when that
 * cannot be read: the name is a courtesy, the token has already said which tenant it is.
 * Throws AccessRefused when Graph does not take the token at all.
 */
export async function organization(graph: string, token: string): Promise<Organization | null> {
  const answer = await answerOf(graph, token);
  if (answer?.status === 401) {
    throw new AccessRefused(
      'token-refused',
      'Microsoft Graph does not take the token of this app: check that the cloud is the one of the tenant.',
    );
  }
  if (answer?.status !== 200) return null;
  return read(await answer.json().catch(() => null));
}

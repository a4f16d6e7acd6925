import { setTimeout as wait } from 'node:timers/promises';
import { ClientCertificateCredential, ClientSecretCredential } from '@azure/identity';
import type { M365App } from '../credentials.ts';
import { AccessRefused, AccessUnavailable } from '../refused.ts';
import { readPem } from './certificate.ts';
import type { M365Cloud } from './clouds.ts';
import { isGuid } from './guid.ts';
import { signInRefused, type SignIn } from './refused.ts';

const REQUEST_MS = 10_000;
const WHOLE_MS = 30_000;

type AppCredential = Pick<ClientSecretCredential, 'getToken'>;

function options(login: string) {
  return {
    authorityHost: login,
    // Asks Microsoft's worldwide login about unknown hosts; there are none, and a test must not reach it.
    disableInstanceDiscovery: true,
    retryOptions: { maxRetries: 2, retryDelayInMs: 300, maxRetryDelayInMs: 2_000 },
    userAgentOptions: { userAgentPrefix: 'cis-scan' },
    additionalPolicies: [
      {
        position: 'perRetry' as const,
        policy: {
          name: 'requestTimeout',
          sendRequest<Q extends { timeout: number }, A>(request: Q, next: (request: Q) => A): A {
            request.timeout = REQUEST_MS;
            return next(request);
          },
        },
      },
    ],
  };
}

function credentialOf(app: M365App, login: string): AppCredential {
  const { tenantId, clientId, clientSecret, clientCertificate } = app;
  if (clientSecret !== null) {
    return new ClientSecretCredential(tenantId, clientId, clientSecret.reveal(), options(login));
  }
  if (clientCertificate === null) throw new TypeError('An app registration without secret and certificate.');
  const read = readPem(clientCertificate.reveal());
  if (!read.ok) throw new AccessRefused('certificate-refused', read.detail);
  if (read.notAfter.getTime() < Date.now()) {
    const day = read.notAfter.toISOString().slice(0, 10);
    throw new AccessRefused('certificate-refused', `The client certificate expired on ${day}: make a new one.`);
  }
  return new ClientCertificateCredential(tenantId, clientId, { certificate: read.pem }, options(login));
}

/** The texts of an error and of what caused it. Looked through for a number, never shown. */
function textsOf(error: unknown): string {
  const texts: string[] = [];
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    texts.push(at.message);
    if ('errorCode' in at) texts.push(String(at.errorCode));
  }
  return texts.join('\n');
}

/**
 * What the tenant's own page about signing in says when it is refused. The sign-in library reads it first and drops its
 * words, so an unknown tenant would look like an outage.
 */
async function refusalOfTenant(login: string, tenantId: string): Promise<string> {
  try {
    const answer = await fetch(`${login}/${encodeURIComponent(tenantId)}/v2.0/.well-known/openid-configuration`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(REQUEST_MS),
    });
    return answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? await answer.text() : '';
  } catch {
    return '';
  }
}

const tooLate = async (signal: AbortSignal): Promise<never> => {
  await wait(WHOLE_MS, undefined, { ref: false, signal });
  throw new Error('The sign-in took too long.');
};

/** Gives tokens by their scope, from memory while they are good. */
export type TokenSource = (scope: string) => Promise<string>;

/**
 * Signs an app registration in to its tenant (OAuth 2.0 client credentials at the cloud's login). The tokens' source
 * throws `AccessRefused` in plain words for what Microsoft refuses, `AccessUnavailable` where nobody answered.
 */
export function signIn(app: M365App, cloud: M365Cloud, login: string): TokenSource {
  const { tenantId, clientId, clientSecret } = app;
  const secretLooksLikeId = clientSecret !== null && isGuid(clientSecret.reveal());
  const who: SignIn = { tenantId, clientId, cloud, secretLooksLikeId };
  const credential = credentialOf(app, login);
  return async (scope) => {
    const done = new AbortController();
    try {
      const token = await Promise.race([credential.getToken(scope), tooLate(done.signal)]);
      return token.token;
    } catch (error) {
      const refused = signInRefused(textsOf(error), who);
      if (refused instanceof AccessUnavailable) throw signInRefused(await refusalOfTenant(login, tenantId), who);
      throw refused;
    } finally {
      done.abort();
    }
  };
}

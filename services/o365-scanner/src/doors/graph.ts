import { createRequire } from 'node:module';
import type * as GraphClient from '@microsoft/microsoft-graph-client';
import type { RestDoor } from '../tenant.ts';
import { addressOf } from './address.ts';
import type { Ask } from './asking.ts';
import { jsonFrom } from './http-answer.ts';

/** Unlike `import`, it finds all names that this CommonJS package exports. */
const load = createRequire(import.meta.url);

export interface GraphDoorOptions {
  /** Base address; `null` where Graph is closed. */
  readonly base: string | null;
  readonly token: () => Promise<string>;
  readonly ask: Ask;
}

/** Members of an enumeration that are newer than the version are named as they are, instead of `unknownFutureValue`. */
const PREFER = 'include-unknown-enum-members';

/**
 * Microsoft Graph through the middleware of its client: authentication, telemetry, transport. Above these the client would
 * put the parts of an address together anew, try again three times whatever the time, and take an HTML page for an empty list:
 * there stands our own door, which sends addresses as they are and reads raw answers.
 */
export function graphDoor({ base, token, ask }: GraphDoorOptions): RestDoor {
  const { AuthenticationHandler, HTTPMessageHandler, TelemetryHandler } = load(
    '@microsoft/microsoft-graph-client',
  ) as typeof GraphClient;
  const authentication = new AuthenticationHandler({ getAccessToken: token });
  const telemetry = new TelemetryHandler();
  authentication.setNext(telemetry);
  telemetry.setNext(new HTTPMessageHandler());
  // without a port: with one the client knows no such host, and sends no token
  const customHosts = new Set(base === null ? [] : [new URL(base).hostname]);

  const send = async (request: string, signal: AbortSignal): Promise<Response> => {
    const headers: Record<string, string> = {
      accept: 'application/json',
      prefer: PREFER,
      'user-agent': 'cis-scan/0.1',
    };
    // what the directory calls an advanced query is only answered beside this
    if (/[?&]\$(count=true|search=)/.test(request)) headers['consistencylevel'] = 'eventual';
    const context: GraphClient.Context = {
      request,
      options: { method: 'GET', headers, redirect: 'manual', signal },
      customHosts,
    };
    await authentication.execute(context);
    if (!context.response) throw new Error('the client of Graph gave no answer');
    return context.response;
  };
  return {
    get: async (url) => {
      const address = addressOf(base, url);
      return ask(`GET ${url}`, (signal) => jsonFrom(() => send(address, signal)));
    },
  };
}

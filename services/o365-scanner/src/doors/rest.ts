import { randomUUID } from 'node:crypto';
import type { RestDoor } from '../tenant.ts';
import { addressOf } from './address.ts';
import type { Ask } from './asking.ts';
import { jsonFrom } from './http-answer.ts';

export interface HttpDoorOptions {
  /** Base address; `null` where the surface is closed. */
  readonly base: string | null;
  readonly token: () => Promise<string>;
  readonly ask: Ask;
}

/** Sends one request with its token. A redirect is not followed: it would take the token elsewhere. */
export async function sendTo(
  address: string,
  { token, signal, ...init }: { readonly token: () => Promise<string>; readonly signal: AbortSignal } & RequestInit,
): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${await token()}`);
  headers.set('client-request-id', randomUUID());
  headers.set('user-agent', 'cis-scan/0.1');
  return fetch(address, { ...init, headers, signal, redirect: 'manual' });
}

/** An administration interface that answers plain GETs: SharePoint's (`odata=verbose`), Teams'. */
export function restDoor({ base, token, ask }: HttpDoorOptions, accept = 'application/json'): RestDoor {
  return {
    get: async (url) => {
      const address = addressOf(base, url);
      return ask(`GET ${url}`, (signal) =>
        jsonFrom(() => sendTo(address, { token, signal, method: 'GET', headers: { accept } })),
      );
    },
  };
}

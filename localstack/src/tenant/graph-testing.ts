import type { AppCredentials, DemoTenant, DemoTenants } from '../tenant.ts';
import { at, tokenOf } from './testing.ts';

/** A body of Graph, as far as tests look into it. */
export interface Body {
  readonly value?: readonly Readonly<Record<string, unknown>>[];
  readonly '@odata.nextLink'?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly innerError?: object };
  readonly [name: string]: unknown;
}

export interface Asking {
  readonly tenant?: DemoTenant;
  readonly app?: AppCredentials;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly body?: string;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: () => Body;
}

/** Asks Graph without any client library; by default as the messy tenant's app with the base permissions. */
export function asking(tenants: DemoTenants): (path: string, options?: Asking) => Promise<Asked> {
  const tokens = new Map<AppCredentials, string>();
  return async (path, options = {}) => {
    const { tenant = tenants.messy, headers = {}, method = 'GET', body = '' } = options;
    const app = options.app ?? tenant.apps.base;
    const token = tokens.get(app) ?? (await tokenOf(tenants, tenant, app));
    tokens.set(app, token);
    const url = path.startsWith('https:') ? path : at(tenants, 'graph', path);
    const sent = { method, headers: { authorization: `Bearer ${token}`, ...headers } };
    const answer = await fetch(url, body === '' ? sent : { ...sent, body });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) as Body };
  };
}

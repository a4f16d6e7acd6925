import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { AppCredentials, DemoTenant, DemoTenants } from '../tenant.ts';

/** Lets this process's own https clients trust the demo tenants, as NODE_EXTRA_CA_CERTS does for a child process. */
export function trust({ authority }: DemoTenants): void {
  setDefaultCACertificates([...getCACertificates('default'), authority]);
}

/** The address of a path behind one of the test doors. */
export const at = (tenants: DemoTenants, surface: string, path: string): string =>
  `${tenants.env[`SCAN_${surface.toUpperCase()}_ENDPOINT_URL`]}${path}`;

/** Asks the login host for a token without any client library; the body as it came. */
export async function tokenAnswer(
  tenants: DemoTenants,
  tenantId: string,
  form: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
  const answer = await fetch(at(tenants, 'login', `/${tenantId}/oauth2/v2.0/token`), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
      ...form,
    }),
  });
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, unknown>> };
}

/** An access token bought with the secret of an app. */
export async function tokenOf(
  tenants: DemoTenants,
  tenant: DemoTenant,
  app: AppCredentials,
  resource = 'https://graph.microsoft.com',
): Promise<string> {
  const { body } = await tokenAnswer(tenants, tenant.tenantId, {
    client_id: app.clientId,
    client_secret: app.clientSecret,
    scope: `${resource}/.default`,
  });
  if (typeof body['access_token'] !== 'string') throw new Error(JSON.stringify(body));
  return body['access_token'];
}

/** The claims in the middle of a token. */
export const claimsOf = (token: string): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Readonly<Record<string, unknown>>;

import { readFileSync } from 'node:fs';
import type { M365App } from '@cis-scan/access';
import { isGuid } from '@cis-scan/access/m365';
import type { Environment } from '@cis-scan/scanner';
import { Secret } from '@cis-scan/secret';

function guid(env: Environment, name: string): string {
  const value = (env[name] ?? '').trim();
  if (value === '') throw new Error(`set ${name}`);
  if (!isGuid(value)) throw new Error(`${name} is not an id in the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`);
  return value;
}

function certificate(path: string): Secret {
  try {
    return new Secret(readFileSync(path, 'utf8'));
  } catch {
    throw new Error('the file that AZURE_CLIENT_CERTIFICATE_PATH names cannot be read');
  }
}

/**
 * The app registration that the environment names, in the variables that Azure's own tools read: AZURE_TENANT_ID,
 * AZURE_CLIENT_ID, and AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH; the secret wins, as it does there. Throws an
 * Error that says what to set.
 */
export function credentialsFrom(env: Environment): M365App {
  const tenantId = guid(env, 'AZURE_TENANT_ID');
  const clientId = guid(env, 'AZURE_CLIENT_ID');
  const secret = env['AZURE_CLIENT_SECRET'];
  if (secret)
    return { kind: 'm365-app', tenantId, clientId, clientSecret: new Secret(secret), clientCertificate: null };
  const path = env['AZURE_CLIENT_CERTIFICATE_PATH'];
  if (!path) throw new Error('set AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH');
  return { kind: 'm365-app', tenantId, clientId, clientSecret: null, clientCertificate: certificate(path) };
}

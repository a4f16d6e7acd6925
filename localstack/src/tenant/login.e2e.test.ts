import { ClientCertificateCredential, ClientSecretCredential } from '@azure/identity';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDemoTenants, type DemoTenant, type DemoTenants } from '../tenant.ts';
import { clientCertificate } from './certificate.ts';
import { at, claimsOf, tokenAnswer, trust } from './testing.ts';

const GRAPH = 'https://graph.microsoft.com/.default';
const SIX = [
  'Directory.Read.All',
  'Domain.Read.All',
  'IdentityRiskEvent.Read.All',
  'Policy.Read.All',
  'SecurityEvents.Read.All',
  'User.Read.All',
];
let tenants: DemoTenants;
let messy: DemoTenant;

beforeAll(async () => {
  tenants = await startDemoTenants();
  trust(tenants);
  ({ messy } = tenants);
});
afterAll(() => tenants.stop());

const authority = () => ({
  authorityHost: tenants.env['SCAN_LOGIN_ENDPOINT_URL'] ?? '',
  disableInstanceDiscovery: true,
});

describe('@azure/identity', () => {
  test('buys a token with a secret; it bears the six permissions', async () => {
    const credential = new ClientSecretCredential(messy.tenantId, messy.clientId, messy.clientSecret, authority());
    const { token, expiresOnTimestamp } = await credential.getToken(GRAPH);
    expect(claimsOf(token)).toMatchObject({
      aud: 'https://graph.microsoft.com',
      tid: messy.tenantId,
      appid: messy.clientId,
      idtyp: 'app',
      appidacr: '1',
      roles: SIX,
    });
    expect(expiresOnTimestamp).toBeGreaterThan(Date.now() + 3_000_000);
  });

  test('buys a token with a certificate', async () => {
    const { clientId, clientCertificate: certificate } = messy.apps.full;
    const credential = new ClientCertificateCredential(messy.tenantId, clientId, { certificate }, authority());
    const { token } = await credential.getToken('https://outlook.office365.com/.default');
    expect(claimsOf(token)).toMatchObject({ appidacr: '2', roles: ['Exchange.ManageAsApp', 'Exchange.ManageAsAppV2'] });
  });

  test('is refused with a certificate that was never uploaded', async () => {
    const { key, certificate } = await clientCertificate();
    const foreign = new ClientCertificateCredential(
      messy.tenantId,
      messy.clientId,
      { certificate: `${certificate}\n${key}` },
      authority(),
    );
    await expect(foreign.getToken(GRAPH)).rejects.toThrow(/AADSTS700027/);
  });

  test('is refused with a wrong secret', async () => {
    const credential = new ClientSecretCredential(messy.tenantId, messy.clientId, 'wrong', authority());
    await expect(credential.getToken(GRAPH)).rejects.toThrow(/AADSTS7000215/);
  });
});

describe('the token endpoint', () => {
  const of = (app: keyof DemoTenant['apps']) => {
    const { clientId, clientSecret } = messy.apps[app];
    return { client_id: clientId, client_secret: clientSecret };
  };

  test.each<readonly [string, number, () => Readonly<Record<string, string>>]>([
    ['the id of the secret in its place', 7000215, () => ({ ...of('base'), client_secret: messy.secretId })],
    ['an expired secret', 7000222, () => of('expired')],
    [
      'an app of another tenant',
      700016,
      () => ({ client_id: tenants.tidy.clientId, client_secret: tenants.tidy.clientSecret }),
    ],
    ['an app that Conditional Access blocks', 53003, () => of('blocked')],
    ['a service of another cloud', 900382, () => ({ ...of('base'), scope: 'https://graph.microsoft.us/.default' })],
    ['a service that nobody knows', 500011, () => ({ ...of('base'), scope: 'https://nowhere.example/.default' })],
    ['single scopes', 1002012, () => ({ ...of('base'), scope: 'https://graph.microsoft.com/User.Read' })],
    ['neither secret nor assertion', 7000218, () => ({ client_id: messy.clientId })],
  ])('%s: AADSTS%d', async (_, code, form) => {
    const { status, body } = await tokenAnswer(tenants, messy.tenantId, form());
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).toMatchObject({ error_codes: [code], error_description: expect.stringContaining(`AADSTS${code}: `) });
    expect(JSON.stringify(body)).not.toContain(messy.clientSecret);
  });

  test.each([
    ['an unknown tenant', '00000000-1111-2222-3333-444444444444', 90002],
    ['what is no tenant at all', 'nonsense', 900023],
  ])('%s', async (_, tenantId, code) => {
    expect((await tokenAnswer(tenants, tenantId, of('base'))).body).toMatchObject({ error_codes: [code] });
  });

  test('a tenant is found by its domain; an app without rights for a service bears no roles', async () => {
    const { body } = await tokenAnswer(tenants, messy.defaultDomain, {
      ...of('base'),
      scope: 'https://outlook.office365.com/.default',
    });
    expect(claimsOf(String(body['access_token']))).not.toHaveProperty('roles');
  });
});

test('the configuration names the keys, and is refused for an unknown tenant', async () => {
  const path = `/${messy.tenantId}/v2.0/.well-known/openid-configuration`;
  const configuration = (await (await fetch(at(tenants, 'login', path))).json()) as { jwks_uri: string };
  const keys = (await (await fetch(configuration.jwks_uri)).json()) as { keys: { kty: string }[] };
  expect(keys.keys[0]?.kty).toBe('RSA');
  const unknown = await fetch(at(tenants, 'login', path.replace(messy.tenantId, 'no.such.example')));
  expect([unknown.status, await unknown.json()]).toEqual([400, expect.objectContaining({ error_codes: [90002] })]);
});

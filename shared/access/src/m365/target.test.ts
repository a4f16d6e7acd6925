import { X509Certificate } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { Secret } from '@cis-scan/secret';
import type { M365App } from '../credentials.ts';
import { APP, appCertificate, fakeM365, say365, TENANT, type M365Said, type M365Seen } from '../testing/fake-m365.ts';
import { openM365Target, type OpenM365Options } from './target.ts';

let fake: Awaited<ReturnType<typeof fakeM365>>;
afterEach(() => fake.stop());

const app: M365App = {
  kind: 'm365-app',
  tenantId: TENANT.toUpperCase(),
  clientId: APP,
  clientSecret: new Secret('CANARYSECRET~value'),
  clientCertificate: null,
};
const audience = ({ parameters }: M365Seen): string => parameters.get('scope') ?? '';
type Answers = (seen: M365Seen) => M365Said | null;
const usual =
  (roles: readonly string[], organization = say365.organization()): Answers =>
  (seen) => {
    if (seen.path.includes('/token')) {
      const exchange = audience(seen).includes('outlook');
      return say365.token({ roles: exchange ? ['Exchange.ManageAsApp'] : roles });
    }
    return seen.path.startsWith('/v1.0/organization') ? organization : null;
  };
const open = async (answers: Answers, credentials = app, more: Partial<OpenM365Options> = {}) => {
  fake = await fakeM365(answers);
  const { url } = fake;
  return openM365Target(credentials, { cloud: 'global', doors: { login: url, graph: url, teams: null }, ...more });
};
const refusal = async (opening: Promise<unknown>): Promise<Error & { code?: string; detail: string }> => {
  const error: unknown = await opening.then(
    () => new Error('opened'),
    (thrown: unknown) => thrown,
  );
  const { name, message, stack, cause } = error as Error;
  expect([name, message, stack, String(cause), JSON.stringify(error)].join()).not.toContain('CANARY');
  return error as Error & { code?: string; detail: string };
};

describe('opened', () => {
  test('whose tenant, what was granted, where its surfaces are', async () => {
    const target = await open(usual(['User.ReadWrite.All', 'Directory.Read.All', 'Policy.Read.All']));
    expect(target).toMatchObject({
      tenantId: TENANT,
      clientId: APP,
      name: 'Contoso',
      defaultDomain: 'contoso.example',
      roles: ['Directory.Read.All', 'Policy.Read.All', 'User.ReadWrite.All'],
      canWrite: ['User.ReadWrite.All'],
      endpoints: {
        graph: fake.url,
        exchange: 'https://outlook.office365.com',
        sharepoint: 'https://contoso-admin.sharepoint.com',
        teams: null,
      },
    });
    const held = ['User.Read.All', 'Policy.Read.All', 'Domain.Read.All', 'Exchange.ManageAsApp'];
    expect(held.map((permission) => target.holds(permission))).toEqual([true, true, false, false]);
    const [asked] = fake.to('/token');
    expect(asked?.path).toContain(TENANT);
    expect(asked && audience(asked)).toContain('https://graph.microsoft.com/.default');
    expect(asked?.parameters.get('client_secret')).toBe('CANARYSECRET~value');
  });

  test('a token is asked once per audience', async () => {
    const target = await open(usual(['Directory.Read.All']));
    await Promise.all([target.tokenFor('graph'), target.tokenFor('exchange')]);
    await target.tokenFor('exchange');
    expect(fake.to('/token').map(audience).length).toBe(2);
    await target.tokenFor('sharepoint');
    expect(fake.to('/token').map(audience)[2]).toContain('https://contoso-admin.sharepoint.com/.default');
  });

  test('permissions of another audience are found out where one matters', async () => {
    const target = await open(usual(['Directory.Read.All']), app, {
      rights: ['User.Read.All', 'Exchange.ManageAsApp'],
    });
    expect(target.holds('Exchange.ManageAsApp')).toBe(true);
    expect(target.canWrite).toEqual([]);
    expect(fake.to('/token')).toHaveLength(2);
  });

  test('an audience for which there is no token means that its permission is not held', async () => {
    const target = await open(
      (seen) => (audience(seen).includes('outlook') ? say365.refused(500011) : usual([])(seen)),
      app,
      { rights: ['Exchange.ManageAsApp'] },
    );
    expect(target.holds('Exchange.ManageAsApp')).toBe(false);
  });

  test('with a certificate: signed by its key, known by its thumbprint', async () => {
    const { certificate, key } = await appCertificate();
    // In the order and with the line ends that some tools write
    const pem = `Bag Attributes\r\n${`${key}\n${certificate}`.replace(/\r?\n/g, '\r\n')}`;
    await open(usual([]), { ...app, clientSecret: null, clientCertificate: new Secret(pem) });
    const { parameters } = fake.to('/token')[0] ?? { parameters: new URLSearchParams() };
    const head = (parameters.get('client_assertion') ?? '').split('.')[0] ?? '';
    const thumbprint = Buffer.from(new X509Certificate(certificate).fingerprint256.replaceAll(':', ''), 'hex');
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toMatchObject({
      'x5t#S256': thumbprint.toString('base64url'),
    });
    expect(parameters.has('client_secret')).toBe(false);
  });

  test.each<[string, M365Said]>([
    ['HTML', { body: '<html>' }],
    ['an empty list', { body: { value: [] } }],
    ['truncated JSON', { body: '{"value":[{"id"', headers: { 'content-type': 'application/json' } }],
    ['a refusal', { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } }],
  ])('a tenant whose name is answered with %s is a tenant without a name', async (_, said) => {
    expect(await open(usual(['Directory.Read.All'], said))).toMatchObject({ tenantId: TENANT, name: null });
  });

  test('nobody is asked for the name without a permission for it', async () => {
    expect(await open(usual(['Policy.Read.All']))).toMatchObject({ name: null, defaultDomain: null });
    expect(fake.to('/organization')).toHaveLength(0);
  });

  test('a busy Graph is asked again', async () => {
    let busy = 1;
    const answers = usual(['Directory.Read.All']);
    const target = await open((seen) =>
      seen.path.startsWith('/v1.0') && busy-- > 0
        ? { status: 429, body: {}, headers: { 'retry-after': '0' } }
        : answers(seen),
    );
    expect(target.name).toBe('Contoso');
  });
});

describe('refused', () => {
  const login =
    (said: M365Said): Answers =>
    (seen) =>
      seen.path.includes('/token') ? said : null;

  test.each<[number, string]>([
    [7000215, 'secret-wrong'],
    [7000222, 'secret-expired'],
    [700016, 'app-unknown'],
    [7000112, 'app-disabled'],
    [7000229, 'app-not-consented'],
    [700027, 'certificate-refused'],
    [90002, 'tenant-unknown'],
    [53003, 'blocked-by-policy'],
    [900439, 'cloud-mismatch'],
    [90038, 'cloud-mismatch'],
    [5000225, 'tenant-blocked'],
    [999999, 'access-refused'],
  ])('AADSTS%i: %s', async (number, code) => {
    const error = await refusal(open(login(say365.refused(number))));
    expect(error).toMatchObject({ name: 'AccessRefused', code, detail: expect.stringMatching(/^[A-Z].+\.\s/) });
    expect(error.detail).toContain(`AADSTS${number}`);
  });

  test('a secret’s id in the place of its value', async () => {
    const wrong = { ...app, clientSecret: new Secret('33333333-aaaa-4bbb-8ccc-000000000003') };
    const error = await refusal(open(login(say365.refused(7000215)), wrong));
    expect(error).toMatchObject({ code: 'secret-wrong', detail: expect.stringContaining('not its value') });
    expect(error.detail).not.toContain('33333333');
  });

  test('a tenant of which already the first page knows nothing', async () => {
    const error = await refusal(open(() => say365.refused(90002, 400, 'invalid_tenant')));
    expect(error).toMatchObject({ name: 'AccessRefused', code: 'tenant-unknown' });
  });

  test('a token that Graph does not take', async () => {
    const said = { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } };
    expect(await refusal(open(usual(['Directory.Read.All'], said)))).toMatchObject({ code: 'token-refused' });
  });

  test.each<[string, object, M365Said]>([
    ['a token of another tenant', { tid: APP }, say365.organization()],
    ['a Graph of another tenant', {}, say365.organization({ id: APP })],
  ])('%s', async (_, claims, organization) => {
    const answers = usual([], organization);
    const token = say365.token({ roles: ['Directory.Read.All'], ...claims });
    const error = await refusal(open((seen) => (seen.path.includes('/token') ? token : answers(seen))));
    expect(error).toMatchObject({ code: 'account-mismatch' });
  });

  test('an expired certificate, without asking anybody', async () => {
    const { certificate, key } = await appCertificate({ notAfter: new Date('2025-01-02T00:00:00Z') });
    const clientCertificate = new Secret(`${certificate}\n${key}`);
    const error = await refusal(open(usual([]), { ...app, clientSecret: null, clientCertificate }));
    expect(error).toMatchObject({ code: 'certificate-refused', detail: expect.stringContaining('2025-01-02') });
    expect(fake.calls).toHaveLength(0);
  });

  test.each<[string, object]>([
    ['sign-in', { graph: 'https://127.0.0.1:1', login: null }],
    ['Graph', { login: 'https://127.0.0.1:1', graph: null }],
  ])('a closed %s', async (_, doors) => {
    expect(await refusal(open(usual([]), app, { doors }))).toMatchObject({ code: 'surface-closed' });
  });
});

test.each<[string, M365Said]>([
  ['a number that means later', say365.refused(90033, 400, 'temporarily_unavailable')],
  ['HTML', { body: '<html>CANARY' }],
  ['a token that is none', { body: { token_type: 'Bearer', expires_in: 3599, access_token: 'CANARY' } }],
])('%s is nobody’s no', async (_, said) => {
  const error = await refusal(open((seen) => (seen.path.includes('/token') ? said : null)));
  expect(error.name).toBe('AccessUnavailable');
});

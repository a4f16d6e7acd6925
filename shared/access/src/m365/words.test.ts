import { beforeAll, describe, expect, test } from '@jest/globals';
import { appCertificate } from '../testing/fake-m365.ts';
import { readPem } from './certificate.ts';
import type { M365_CLOUDS } from './clouds.ts';
import { m365Doors } from './doors.ts';
import { endpointsOf, loginEndpoint, scopeOf } from './endpoints.ts';
import { isGuid } from './guid.ts';
import { apiOf, BASE_PERMISSIONS, satisfies, writing } from './permissions.ts';
import { claimsOf } from './token.ts';

describe('permissions', () => {
  test.each<[string, string, boolean]>([
    ['Directory.Read.All', 'Directory.Read.All', true],
    ['Directory.ReadWrite.All', 'Directory.Read.All', true],
    ['directory.read.all', 'Directory.Read.All', false],
    ['Directory.Read.All', 'Domain.Read.All', false],
    ['Directory.Read.All', 'Organization.Read.All', true],
    ['Directory.ReadWrite.All', 'LicenseAssignment.Read.All', true],
    ['RoleManagement.ReadWrite.Directory', 'RoleEligibilitySchedule.Read.Directory', true],
    ['Policy.ReadWrite.ConditionalAccess', 'Policy.Read.All', false],
    ['User.ReadBasic.All', 'User.Read.All', false],
    ['Exchange.ManageAsApp', 'Exchange.ManageAsAppV2', false],
  ])('%s for %s: %s', (held, needed, enough) => expect(satisfies([held], needed)).toBe(enough));

  test('what is more than reading', () => {
    const reads = [...BASE_PERMISSIONS, 'User.ReadBasic.All', 'RoleManagement.Read.Directory', 'Exchange.ManageAsApp'];
    const writes = ['Application.ReadWrite.OwnedBy', 'Mail.Send', 'Sites.FullControl.All', 'full_access_as_app'];
    expect(writing([...reads, ...writes, 'application_access'])).toEqual(writes);
  });

  test('where the portal lists them', () => {
    expect(['User.Read.All', 'Exchange.ManageAsApp', 'application_access'].map(apiOf)).toEqual([
      'Microsoft Graph',
      'Office 365 Exchange Online',
      'Skype and Teams Tenant Admin API',
    ]);
  });
});

describe('doors', () => {
  const url = 'https://door.example:8443';
  test.each<[string, Record<string, string>, object]>([
    ['none', {}, {}],
    ['empty', { SCAN_GRAPH_ENDPOINT_URL: '' }, {}],
    [
      'of our own platform',
      { AWS_ENDPOINT_URL: 'http://127.0.0.1:1', SCAN_AWS_ENDPOINT_URL: 'http://127.0.0.1:1' },
      {},
    ],
    ['one closes the others', { SCAN_GRAPH_ENDPOINT_URL: `${url}/` }, { graph: url, login: null, dnsServers: null }],
    [
      'name servers',
      { SCAN_DNS_SERVERS: '192.0.2.1:53, [2001:db8::1]:53' },
      { login: null, dnsServers: ['192.0.2.1:53', '[2001:db8::1]:53'] },
    ],
  ])('%s', (_, env, doors) => expect(m365Doors(env)).toMatchObject(doors));

  test('none set leaves everything to Microsoft', () => expect(Object.keys(m365Doors({}))).toEqual([]));

  test.each<[string, Record<string, string>]>([
    ['plain http', { SCAN_LOGIN_ENDPOINT_URL: 'http://door.example' }],
    ['no URL', { SCAN_TEAMS_ENDPOINT_URL: 'nonsense' }],
    ['loopback in production', { SCAN_GRAPH_ENDPOINT_URL: 'https://localhost:1', NODE_ENV: 'production' }],
    ['loopback of version 6', { SCAN_GRAPH_ENDPOINT_URL: 'https://[::1]:1', NODE_ENV: 'production' }],
    ['name server on loopback', { SCAN_DNS_SERVERS: '127.0.0.1:53', NODE_ENV: 'production' }],
    ['name server that is none', { SCAN_DNS_SERVERS: 'a b' }],
  ])('refused: %s', (_, env) => expect(() => m365Doors(env)).toThrow(/SCAN_[A-Z_]+/));
});

describe('clouds', () => {
  test.each<[(typeof M365_CLOUDS)[number], string, string, string, string]>([
    [
      'global',
      'login.microsoftonline.com',
      'graph.microsoft.com',
      'contoso.onmicrosoft.com',
      'contoso-admin.sharepoint.com',
    ],
    [
      'usgov',
      'login.microsoftonline.us',
      'graph.microsoft.us',
      'contoso.onmicrosoft.us',
      'contoso-admin.sharepoint.us',
    ],
    [
      'usgovdod',
      'login.microsoftonline.us',
      'dod-graph.microsoft.us',
      'contoso.onmicrosoft.us',
      'contoso-admin.sharepoint-mil.us',
    ],
    [
      'china',
      'login.chinacloudapi.cn',
      'microsoftgraph.chinacloudapi.cn',
      'contoso.partner.onmschina.cn',
      'contoso-admin.sharepoint.cn',
    ],
  ])('%s', (cloud, login, graph, domain, sharepoint) => {
    expect(loginEndpoint(cloud, {})).toBe(`https://${login}`);
    expect(endpointsOf(cloud, {}, domain)).toMatchObject({
      graph: `https://${graph}`,
      sharepoint: `https://${sharepoint}`,
    });
    expect(scopeOf('graph', cloud, null)).toBe(`https://${graph}/.default`);
    expect(scopeOf('sharepoint', cloud, domain)).toBe(`https://${sharepoint}/.default`);
  });

  test.each([null, 'contoso.example', 'evil.example/.onmicrosoft.com'])(
    'no SharePoint from the domain %s',
    (domain) => {
      expect(endpointsOf('global', {}, domain).sharepoint).toBeNull();
      expect(scopeOf('sharepoint', 'global', domain)).toBeNull();
    },
  );
});

describe('certificates', () => {
  let rsa: Awaited<ReturnType<typeof appCertificate>>;
  let other: Awaited<ReturnType<typeof appCertificate>>;
  let ec: Awaited<ReturnType<typeof appCertificate>>;
  beforeAll(async () => {
    [rsa, other, ec] = await Promise.all([appCertificate(), appCertificate(), appCertificate({ ec: true })]);
  });

  test('the one of the key is taken out of a chain', () => {
    const read = readPem(`${other.certificate}\n${rsa.certificate}\n${rsa.key}`);
    expect(read).toMatchObject({
      ok: true,
      pem: expect.stringContaining(rsa.certificate.trim().split('\n')[3] ?? '?'),
    });
  });

  test.each<[string, () => string, string]>([
    ['nothing', () => 'CANARY', 'no certificate'],
    ['a key alone', () => rsa.key, 'no certificate'],
    ['a certificate alone', () => rsa.certificate, 'no private key'],
    ['the key of another', () => `${rsa.certificate}\n${other.key}`, 'does not belong'],
    ['an EC key', () => `${ec.certificate}\n${ec.key}`, 'RSA'],
    ['an encrypted key', () => `${rsa.certificate}\n-----BEGIN ENCRYPTED PRIVATE KEY-----\nCANARY`, 'not be encrypted'],
    [
      'a broken key',
      () => `${rsa.certificate}\n-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----`,
      'cannot be read',
    ],
    [
      'a broken certificate',
      () => `-----BEGIN CERTIFICATE-----\nCANARY\n-----END CERTIFICATE-----\n${rsa.key}`,
      'cannot be read',
    ],
  ])('refused: %s', (_, pem, words) => {
    const read = readPem(pem());
    expect(read).toMatchObject({ ok: false, detail: expect.stringContaining(words) });
    expect(JSON.stringify(read)).not.toContain('CANARY');
  });
});

test.each<[string, string | null]>([
  [`x.${Buffer.from('{"tid":"T","roles":["b","a",7]}').toString('base64url')}.y`, 'a,b'],
  [`x.${Buffer.from('{"tid":"T"}').toString('base64url')}.y`, ''],
  [`x.${Buffer.from('{"roles":[]}').toString('base64url')}.y`, null],
  [`x.${Buffer.from('null').toString('base64url')}.y`, null],
  ['opaque', null],
])('claims of %s', (token, roles) => expect(claimsOf(token)?.roles.join() ?? null).toBe(roles));

test.each([
  ['11111111-AAAA-4bbb-8ccc-000000000001', true],
  ['11111111-aaaa-4bbb-8ccc-00000000000g', false],
  ['{11111111-aaaa-4bbb-8ccc-000000000001}', false],
  ['11111111-aaaa-4bbb-8ccc-000000000001\n', false],
])('GUID %j: %s', (text, is) => expect(isGuid(text)).toBe(is));

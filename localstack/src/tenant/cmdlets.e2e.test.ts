import { ClientCertificateCredential } from '@azure/identity';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDemoTenants, type AppCredentials, type DemoTenant, type DemoTenants } from '../tenant.ts';
import { at, tokenOf, trust } from './testing.ts';

const RESOURCES = {
  exchange: 'https://outlook.office365.com',
  purview: 'https://ps.compliance.protection.outlook.com',
  teams: '48ac35b8-9aa8-4d74-927d-1f4a14a0b239',
  sharepoint: 'https://harbourlineexample-admin.sharepoint.com',
} as const;
let tenants: DemoTenants;
let messy: DemoTenant;

beforeAll(async () => {
  tenants = await startDemoTenants();
  trust(tenants);
  ({ messy } = tenants);
});
afterAll(() => tenants.stop());

interface Command {
  readonly surface?: 'exchange' | 'purview';
  readonly endpoint?: string;
  readonly app?: AppCredentials;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

async function run(CmdletName: string, command: Command = {}) {
  const {
    surface = 'exchange',
    endpoint = 'beta/{}/InvokeCommand',
    app = messy.apps.full,
    parameters = {},
    headers = {},
  } = command;
  const token = await tokenOf(tenants, messy, app, RESOURCES[surface]);
  const answer = await fetch(at(tenants, surface, `/adminapi/${endpoint.replace('{}', messy.tenantId)}`), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ CmdletInput: { CmdletName, Parameters: parameters } }),
  });
  const text = await answer.text();
  const body = (text === '' ? null : JSON.parse(text)) as {
    value: Record<string, unknown>[];
    '@odata.nextLink'?: string;
    error: object;
  } | null;
  return { status: answer.status, body };
}

describe('cmdlets', () => {
  test('rows bear the companions of lists, numbers as texts, one element without a list', async () => {
    const rules = (await run('Get-TransportRule', { parameters: { ResultSize: 'Unlimited' } })).body?.value ?? [];
    expect(rules[0]).toMatchObject({
      '@odata.type': '#Exchange.GenericHashTable',
      SetSCL: '-1',
      'SenderDomainIs@data.type': '#Collection(String)',
      SenderIPRanges: null,
    });
    expect(rules[1]).toMatchObject({ RedirectMessageTo: 'orders@supplier.example' });
  });

  test('the documented interface serves its endpoints alone', async () => {
    const organization = await run('Get-OrganizationConfig', { endpoint: 'v2.0/{}/OrganizationConfig' });
    expect(organization).toMatchObject({ status: 200, body: { value: [{ AuditDisabled: true }] } });
    expect((await run('Get-Mailbox', { endpoint: 'v2.0/{}/OrganizationConfig' })).status).toBe(400);
    expect((await run('Get-TransportRule', { endpoint: 'v2.0/{}/TransportRule' })).status).toBe(404);
  });

  test('pages follow the wished size; a mailbox is chosen by name', async () => {
    const headers = { Prefer: 'odata.maxpagesize=3' };
    const first = await run('Get-Mailbox', { headers });
    expect([first.body?.value.length, first.body?.['@odata.nextLink']]).toEqual([
      3,
      expect.stringContaining('skiptoken=3'),
    ]);
    const rules = await run('Get-InboxRule', { parameters: { Mailbox: 'hans@harbourline.example' } });
    expect(rules.body?.value).toMatchObject([{ ForwardTo: 'hans@private.example' }]);
  });

  test('Purview is another host: it has its own cmdlets, and says no of the audit log', async () => {
    const purview = { surface: 'purview' } as const;
    expect((await run('Get-DlpCompliancePolicy', purview)).body?.value).toHaveLength(2);
    expect((await run('Get-AdminAuditLogConfig', purview)).body?.value).toMatchObject([
      { UnifiedAuditLogIngestionEnabled: false },
    ]);
    expect((await run('Get-TransportRule', purview)).status).toBe(404);
  });

  test('without permission or role: 401 and not a word; what writes or is unknown does not exist', async () => {
    expect(await run('Get-TransportRule', { app: messy.apps.base })).toEqual({ status: 401, body: null });
    expect(await run('Set-OrganizationConfig')).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
    expect((await run('Get-Nonsense')).status).toBe(404);
  });

  test('faults strike a cmdlet', async () => {
    tenants.setFaults([
      { match: { call: 'Get-TransportRule' }, effect: 'throttled' },
      { match: { permission: 'Exchange.ManageAsAppV2' }, effect: 'denied' },
    ]);
    expect((await run('Get-TransportRule')).status).toBe(429);
    expect((await run('Get-RemoteDomain')).status).toBe(200);
    expect((await run('Get-OrganizationConfig', { endpoint: 'v2.0/{}/OrganizationConfig' })).status).toBe(401);
    tenants.setFaults([]);
  });
});

describe('administration', () => {
  const get = async (surface: 'teams' | 'sharepoint', path: string, token: string) => {
    const answer = await fetch(at(tenants, surface, path), { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };

  test('Teams tells its configurations to a reader, and to nobody else', async () => {
    const path = '/Skype.Policy/configurations/TeamsClientConfiguration';
    const reader = await tokenOf(tenants, messy, messy.apps.full, RESOURCES.teams);
    expect(await get('teams', path, reader)).toMatchObject({
      status: 200,
      body: [{ Identity: 'Global', AllowBox: true }],
    });
    expect(await get('teams', `${path}/configuration/Global`, reader)).toMatchObject({
      status: 200,
      body: { AllowBox: true },
    });
    expect((await get('teams', '/Skype.Policy/configurations/Nonsense', reader)).status).toBe(404);
    expect((await get('teams', path, await tokenOf(tenants, messy, messy.apps.base, RESOURCES.teams))).status).toBe(
      403,
    );
  });

  test('SharePoint takes a certificate and refuses a secret', async () => {
    const { writer } = messy.apps;
    const bySecret = await tokenOf(tenants, messy, writer, RESOURCES.sharepoint);
    expect(await get('sharepoint', '/_api/SPO.Tenant', bySecret)).toMatchObject({
      status: 401,
      body: { error_description: 'Unsupported app only token.' },
    });
    const authorityHost = tenants.env['SCAN_LOGIN_ENDPOINT_URL'] ?? '';
    const credential = new ClientCertificateCredential(
      messy.tenantId,
      writer.clientId,
      { certificate: writer.clientCertificate },
      { authorityHost, disableInstanceDiscovery: true },
    );
    const { token } = await credential.getToken(`${RESOURCES.sharepoint}/.default`);
    expect(await get('sharepoint', '/_api/SPO.Tenant', token)).toMatchObject({
      status: 200,
      body: { d: { RequireAnonymousLinksExpireInDays: -1 } },
    });
  });
});

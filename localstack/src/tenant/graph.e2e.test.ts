import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, PageIterator, type PageCollection } from '@microsoft/microsoft-graph-client';
import { startDemoTenants, type DemoTenant, type DemoTenants } from '../tenant.ts';
import { asking, type Asking, type Body } from './graph-testing.ts';
import { at, tokenOf, trust } from './testing.ts';

let tenants: DemoTenants;
let ask: ReturnType<typeof asking>;

beforeAll(async () => {
  tenants = await startDemoTenants();
  trust(tenants);
  ask = asking(tenants);
});
afterAll(() => tenants.stop());

const full = (tenant: DemoTenant = tenants.messy) => ({ tenant, app: tenant.apps.full });

async function all(path: string, options: Asking = {}): Promise<{ items: unknown[]; pages: number; empty: number }> {
  const found = { items: [] as unknown[], pages: 0, empty: 0 };
  for (let next: string | undefined = path; next !== undefined;) {
    const page = (await ask(next, options)).json();
    found.items.push(...(page.value ?? []));
    found.pages++;
    if (page.value?.length === 0) found.empty++;
    next = page['@odata.nextLink'];
  }
  return found;
}

test('the Graph client reads every page through its iterator', async () => {
  const token = await tokenOf(tenants, tenants.messy, tenants.messy);
  const client = Client.initWithMiddleware({
    authProvider: { getAccessToken: async () => token },
    baseUrl: at(tenants, 'graph', '/'),
    customHosts: new Set([new URL(at(tenants, 'graph', '/')).hostname]),
  });
  const first = (await client.api('/users').select('id,userType').get()) as PageCollection;
  const ids = new Set<string>();
  await new PageIterator(client, first, ({ id }: { id: string }) => Boolean(ids.add(id))).iterate();
  expect(ids.size).toBe(13);
  await expect(client.api('/nonsense').get()).rejects.toMatchObject({ statusCode: 400, code: 'BadRequest' });
});

describe('reading', () => {
  test('pages are small, one begins empty, and nothing is lost or told twice', async () => {
    const users = await all('/v1.0/users?$select=id');
    expect(users).toMatchObject({ pages: 5, empty: 1 });
    expect(new Set(users.items.map((item) => JSON.stringify(item))).size).toBe(13);
    expect((await all('/v1.0/users?$select=id', { tenant: tenants.tidy })).pages).toBe(1);
  });

  test('a user tells little unless asked; relations only when expanded', async () => {
    const [plain = {}] =
      (await ask("/v1.0/users?$filter=userType eq 'Guest'", { tenant: tenants.tidy })).json().value ?? [];
    expect(plain).toHaveProperty('userPrincipalName');
    expect(plain).not.toHaveProperty('userType');
    const [role = {}] = (await ask('/v1.0/directoryRoles')).json().value ?? [];
    expect(role).not.toHaveProperty('members');
    const [expanded = {}] = (await ask('/v1.0/directoryRoles?$expand=members')).json().value ?? [];
    expect((expanded['members'] as unknown[]).length).toBe(7);
  });

  test.each<readonly [string, number]>([
    ["/v1.0/directoryRoles(roleTemplateId='62e90394-69f5-4237-9190-012177145e10')/members", 7],
    ["/v1.0/groups?$filter=groupTypes/any(c:c eq 'Unified')&$select=id,visibility", 2],
    ['/v1.0/groups/9e8d7c6b-0000-4000-8000-000000000043/transitiveMembers?$select=id', 4],
    [
      "/v1.0/roleManagement/directory/roleAssignments?$filter=roleDefinitionId eq '62e90394-69f5-4237-9190-012177145e10'",
      7,
    ],
    ['/v1.0/domains/harbourline.example/serviceConfigurationRecords', 2],
    ['/v1.0/security/secureScores', 5],
  ])('%s', async (path, count) => {
    expect((await all(path)).items).toHaveLength(count);
  });

  test('the newest secure score comes first, and counts on by $skip', async () => {
    const page = (await ask('/v1.0/security/secureScores?$top=1')).json();
    expect(page.value).toHaveLength(1);
    expect(page['@odata.nextLink']).toMatch(/\$skip=1/);
    expect(Date.now() - Date.parse(String(page.value?.[0]?.['createdDateTime']))).toBeLessThan(3 * 86_400_000);
  });

  test('beta tells of the organisation what v1.0 does not; functions and expanded rules are read', async () => {
    expect((await ask('/v1.0/organization')).json().value?.[0]).not.toHaveProperty(
      'onPremisesLastPasswordSyncDateTime',
    );
    expect((await ask('/beta/organization')).json().value?.[0]).toHaveProperty('onPremisesLastPasswordSyncDateTime');
    expect(
      (await ask("/beta/reports/getAzureADApplicationSignInSummary(period='D7')", full())).json().value,
    ).toHaveLength(3);
    const [policy = {}] =
      (
        await ask('/beta/deviceManagement/configurationPolicies?$expand=settings,assignments', full(tenants.tidy))
      ).json().value ?? [];
    expect(policy).toMatchObject({ settings: [expect.anything()], assignments: [expect.anything()] });
  });
});

describe('refusals', () => {
  test.each<readonly [string, string, number, string]>([
    ['no permission, directory', '/beta/admin/forms', 403, 'Authorization_RequestDenied'],
    ['no permission, audit', '/v1.0/auditLogs/directoryAudits', 403, 'Authentication_MSGraphPermissionMissing'],
    [
      'no permission, roles in time',
      '/v1.0/roleManagement/directory/roleEligibilityScheduleInstances',
      403,
      'UnknownError',
    ],
    [
      'a property that takes another permission',
      '/v1.0/users?$select=id,signInActivity',
      403,
      'Authentication_MSGraphPermissionMissing',
    ],
    ['a path that is only in beta', '/v1.0/admin/forms', 400, 'BadRequest'],
    [
      'a filter that the directory does not take',
      "/v1.0/groups?$filter=visibility eq 'Public'",
      400,
      'Request_UnsupportedQuery',
    ],
    [
      'an advanced query without its header',
      "/v1.0/users?$filter=userType ne 'Guest'",
      400,
      'Request_UnsupportedQuery',
    ],
    ['an unknown object', '/v1.0/groups/00000000-0000-4000-8000-000000000000', 404, 'Request_ResourceNotFound'],
    ['an unknown version', '/v3/users', 400, 'BadRequest'],
  ])('%s', async (_, path, status, code) => {
    const answer = await ask(path);
    expect([answer.status, answer.json().error]).toEqual([
      status,
      expect.objectContaining({ code, innerError: expect.anything() }),
    ]);
    expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('the app with too few rights is refused policies and nothing else', async () => {
    const few = { app: tenants.messy.apps.few };
    expect((await ask('/v1.0/policies/authorizationPolicy', few)).status).toBe(403);
    expect((await ask('/v1.0/domains', few)).status).toBe(200);
  });

  test('nothing can be written, by whoever it is', async () => {
    const writer = { app: tenants.messy.apps.writer, method: 'PATCH', body: '{}' };
    expect((await ask('/v1.0/policies/authorizationPolicy', writer)).status).toBe(405);
  });

  test('a token for another service, a forged one, none', async () => {
    const other = await tokenOf(tenants, tenants.messy, tenants.messy, 'https://outlook.office365.com');
    const forged = `${other.slice(0, -8)}AAAAAAAA`;
    for (const authorization of [`Bearer ${other}`, `Bearer ${forged}`, '']) {
      const answer = await fetch(at(tenants, 'graph', '/v1.0/domains'), { headers: { authorization } });
      expect([answer.status, ((await answer.json()) as Body).error?.code]).toEqual([401, 'InvalidAuthenticationToken']);
    }
  });
});

test.each<readonly [string, number, string]>([
  ['/v1.0/identityProtection/riskDetections', 403, 'Forbidden'],
  ['/v1.0/roleManagement/directory/roleAssignmentScheduleInstances', 400, 'AadPremiumLicenseRequired'],
  ['/v1.0/auditLogs/directoryAudits', 403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant'],
  ['/v1.0/deviceManagement/deviceConfigurations', 400, 'BadRequest'],
])('without a licence: %s', async (path, status, code) => {
  const answer = await ask(path, full(tenants.plain));
  expect([answer.status, answer.json().error?.code]).toEqual([status, code]);
});

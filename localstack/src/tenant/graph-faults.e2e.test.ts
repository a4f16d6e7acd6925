import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startDemoTenants, type DemoTenants, type Effect } from '../tenant.ts';
import { asking, type Body } from './graph-testing.ts';
import { at, trust } from './testing.ts';

let tenants: DemoTenants;
let ask: ReturnType<typeof asking>;

beforeAll(async () => {
  tenants = await startDemoTenants();
  trust(tenants);
  ask = asking(tenants);
});
afterEach(() => tenants.setFaults([]));
afterAll(() => tenants.stop());

describe('$batch', () => {
  const batch = (requests: unknown) =>
    ask('/v1.0/$batch', {
      method: 'POST',
      body: JSON.stringify({ requests }),
      headers: { 'content-type': 'application/json' },
    });
  const parts = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ id: String(i), method: 'GET', url: '/domains' }));

  test('each part has its own answer, in another order, faults included', async () => {
    tenants.setFaults([{ match: { call: 'GET /v1.0/groups' }, effect: 'throttled', retryAfterS: 7 }]);
    const answer = await batch([
      { id: 'a', method: 'GET', url: '/domains?$select=id' },
      { id: 'b', method: 'GET', url: '/groups' },
      { id: 'c', method: 'GET', url: '/auditLogs/provisioning' },
    ]);
    const responses = answer.json()['responses'] as {
      id: string;
      status: number;
      headers: Record<string, string>;
      body: Body;
    }[];
    expect(answer.status).toBe(200);
    expect(responses.map(({ id, status }) => [id, status])).toEqual([
      ['c', 403],
      ['b', 429],
      ['a', 200],
    ]);
    expect(responses[1]?.headers['Retry-After']).toBe('7');
    expect(responses[2]?.body.value?.[0]).toEqual({ id: 'harbourline.example' });
  });

  test.each<readonly [string, () => unknown]>([
    ['more than twenty', () => parts(21)],
    ['ids twice', () => [...parts(1), ...parts(1)]],
    ['no list', () => 'x'],
  ])('%s is refused', async (_, requests) => {
    expect((await batch(requests())).status).toBe(400);
  });
});

describe('faults', () => {
  test.each<readonly [Effect, number, string]>([
    ['denied', 403, 'Authorization_RequestDenied'],
    ['unlicensed', 403, 'Forbidden'],
    ['no-segment', 400, 'BadRequest'],
    ['not-found', 404, 'Request_ResourceNotFound'],
    ['throttled', 429, 'TooManyRequests'],
    ['internal', 500, 'InternalServerError'],
    ['unavailable', 503, 'ServiceUnavailable'],
    ['gateway-timeout', 504, 'GatewayTimeout'],
    ['expired', 401, 'InvalidAuthenticationToken'],
  ])('%s strikes whatever takes the permission, in this tenant', async (effect, status, code) => {
    tenants.setFaults([{ match: { permission: 'Domain.Read.All', tenant: tenants.messy.tenantId }, effect }]);
    const struck = await ask('/v1.0/domains');
    expect([struck.status, struck.json().error?.code]).toEqual([status, code]);
    expect((await ask('/v1.0/organization')).status).toBe(200);
    expect((await ask('/v1.0/domains', { tenant: tenants.tidy })).status).toBe(200);
  });

  test('HTML, JSON that breaks off, links that do not end, a closed connection, silence', async () => {
    const strike = (effect: Effect) => tenants.setFaults([{ match: { call: 'GET /v1.0/domains' }, effect }]);
    strike('html');
    const html = await ask('/v1.0/domains');
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    strike('truncated');
    const broken = await ask('/v1.0/domains');
    expect([broken.status, () => broken.json()]).toEqual([200, expect.any(Function)]);
    expect(() => broken.json()).toThrow(SyntaxError);
    strike('endless');
    const one = (await ask('/v1.0/domains')).json()['@odata.nextLink'] ?? '';
    const two = (await ask(one)).json()['@odata.nextLink'] ?? '';
    expect([one === two, two === (await ask(two)).json()['@odata.nextLink']]).toEqual([false, false]);
    strike('repeating');
    const link = (await ask('/v1.0/domains')).json()['@odata.nextLink'] ?? '';
    expect((await ask(link)).json()['@odata.nextLink']).toBe(link);
    strike('disconnect');
    await expect(ask('/v1.0/domains')).rejects.toThrow(/fetch failed/);
    strike('hang');
    const silent = fetch(at(tenants, 'graph', '/v1.0/domains'), { signal: AbortSignal.timeout(150) });
    await expect(silent).rejects.toThrow(/timeout/i);
  });

  test('calls are counted, one in five is throttled, and another process can say so', async () => {
    await fetch(at(tenants, 'login', '/_tenant/faults'), {
      method: 'PUT',
      body: JSON.stringify([{ match: { surface: 'graph' }, effect: 'throttled', every: 5 }]),
    });
    tenants.clearCalls();
    const statuses: number[] = [];
    for (let i = 0; i < 10; i++) statuses.push((await ask('/v1.0/domains')).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    const counted = {
      surface: 'graph',
      tenantId: tenants.messy.tenantId,
      call: 'GET /v1.0/domains',
      count: 10,
      throttled: 2,
    };
    expect(tenants.calls()).toMatchObject({ total: 10, calls: [counted], mostInFlight: { graph: 1 } });
    expect(await (await fetch(at(tenants, 'login', '/_tenant/calls'))).json()).toMatchObject({ calls: [counted] });
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AccessRefused, AccessUnavailable } from '@cis-scan/access/m365';
import { RequestFailed } from './request-failed.ts';
import { connected, type Connected } from './testing/connected.ts';
import type { Said, Says } from './testing/stand-in.ts';

const failed = (status: number, headers: Said['headers'] = {}): Said => ({
  status,
  headers: { 'request-id': 'r-1', ...headers },
  body: { error: { code: 'Code', message: 'said so' } },
});
const good: Said = { body: { value: [1] } };
const html: Said = { headers: { 'content-type': 'text/html' }, body: '<html>sorry</html>' };

let at: Connected;
beforeAll(async () => {
  at = await connected();
});
afterAll(() => at.host.stop());

describe('what is answered in the end, and after how many attempts', () => {
  const first = (times: number, says: Says) => (_: unknown, nth: number) => (nth < times ? says : good);
  test.each<[string, ReturnType<typeof first>, object, number]>([
    ['an answer', first(0, good), good.body as object, 1],
    [
      '429 with Retry-After, more often than the client of Graph would bear',
      first(6, failed(429, { 'retry-after': '2' })),
      good.body as object,
      7,
    ],
    ['429 without Retry-After', first(2, failed(429)), good.body as object, 3],
    ['503 and 504', (_, nth) => (nth < 4 ? failed(nth % 2 ? 503 : 504) : good), good.body as object, 5],
    [
      '429 for ever',
      first(99, failed(429, { 'retry-after': '0' })),
      { trouble: 'status', status: 429, code: 'Code' },
      10,
    ],
    ['a pause longer than there is time', first(99, failed(429, { 'retry-after': '600' })), { status: 429 }, 1],
    ['500 once', first(1, failed(500)), good.body as object, 2],
    ['500 for ever', first(99, failed(500)), { status: 500, requestId: 'r-1', message: 'said so' }, 3],
    ['403', first(99, failed(403)), { status: 403, code: 'Code' }, 1],
    ['a redirect', first(99, { status: 302, headers: { location: 'https://elsewhere.invalid/' } }), { status: 302 }, 1],
    ['a page of HTML with status 200', first(99, html), { trouble: 'malformed', status: null }, 3],
    ['an error in HTML', first(99, { ...html, status: 403 }), { trouble: 'status', status: 403, code: '' }, 1],
    ['JSON that breaks off', first(99, { body: '{"value":[{"id":"1"},' }), { trouble: 'malformed' }, 3],
    ['JSON that broke off once', first(1, { body: '{"val' }), good.body as object, 2],
    ['no body', first(99, { status: 204, body: '' }), { trouble: 'malformed' }, 3],
    ['no answer in time', first(99, 'hang'), { trouble: 'timeout', status: null }, 3],
    ['no answer in time, once', first(1, 'hang'), good.body as object, 2],
    ['a connection cut', first(99, 'cut'), { trouble: 'network' }, 3],
  ])('%s', async (_, says, expected, attempts) => {
    at.host.answer(says);
    expect(await at.graph('/v1.0/domains')).toMatchObject(expected);
    expect(at.host.seen).toHaveLength(attempts);
    const ok = !('trouble' in expected || 'status' in expected);
    expect(at.asked).toEqual([{ call: 'graph:GET /v1.0/domains', ms: expect.any(Number), attempts, ok }]);
    expect(at.waits).toHaveLength(attempts - 1);
  });

  test('Retry-After is waited out, and a little more', async () => {
    const moment = new Date(Date.now() + 3_000).toUTCString();
    at.host.answer((_, nth) => (nth < 2 ? failed(429, { 'retry-after': nth === 0 ? '2' : moment }) : good));
    await at.graph('/v1.0/domains');
    expect(at.waits[0]).toBeGreaterThanOrEqual(2_000);
    expect(at.waits[1]).toBeGreaterThan(1_000);
    expect(Math.max(...at.waits)).toBeLessThan(3_500);
  });
});

test.each([
  [
    new AccessRefused('secret-expired', 'it has expired'),
    { status: 401, code: 'InvalidAuthenticationToken', message: 'it has expired' },
  ],
  [new AccessUnavailable('nobody answered'), { trouble: 'network', message: 'nobody answered' }],
])('no token: %s', async (refusal, expected) => {
  const tokenFor = async (): Promise<string> => {
    throw refusal;
  };
  const got = await at.graph('/v1.0/x', { tokenFor });
  expect(got).toBeInstanceOf(RequestFailed);
  expect(got).toMatchObject(expected);
});

test('four requests of a surface are in flight at most, and surfaces do not wait for each other', async () => {
  let inFlight = 0;
  const most = { graph: 0, teams: 0 };
  const slow = (surface: 'graph' | 'teams') => async (): Promise<string> => {
    most[surface] = Math.max(most[surface], ++inFlight);
    await new Promise((done) => setImmediate(done));
    inFlight -= 1;
    return 'token';
  };
  at.host.answer(() => good);
  await at.use(({ graph }) => Promise.all(Array.from({ length: 12 }, (_, i) => graph.get(`/v1.0/${i}`))), {
    tokenFor: slow('graph'),
  });
  expect(most.graph).toBe(4);
  expect(at.host.seen).toHaveLength(12);
});

test('the end of the scan ends attempts and pauses with its own reason', async () => {
  const ending = new AbortController();
  const reason = new Error('time is up');
  at.host.answer(() => {
    ending.abort(reason);
    return 'hang';
  });
  const got = at.use(({ graph }) => graph.get('/v1.0/x'), {}, ending.signal);
  await expect(got).rejects.toBe(reason);
  expect(at.host.seen).toHaveLength(1);
});

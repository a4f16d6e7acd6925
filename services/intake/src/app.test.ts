import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Problem } from '@cis-scan/contracts';
import { scanIdOf } from '@cis-scan/scan-table';
import { Check } from 'typebox/value';
import { goodBody, testIntake, type TestIntake } from './testing/intake.ts';

let intake: TestIntake;
beforeEach(async () => {
  intake = await testIntake();
});
afterEach(() => intake.app.close());

interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly payload?: string;
  readonly headers?: Record<string, string>;
}
interface Injected {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
  json(): unknown;
}

const expectProblem = (answer: Injected, status: number): void => {
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(Check(Problem, answer.json())).toBe(true);
  expect(answer.json()).toMatchObject({ status });
};

describe('every error is a problem document', () => {
  const post = (payload: string, headers: Record<string, string> = {}) => ({
    method: 'POST' as const,
    url: '/scans',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
  test.each<[string, Asked, number]>([
    ['broken JSON', post('{"access_secret": "CANARY'), 400],
    ['empty body', post(''), 400],
    ['a text', post('"CANARY"'), 400],
    ['poisoned prototype', post('{"__proto__": {"a": 1}}'), 400],
    ['not JSON', post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['too large', post(JSON.stringify({ requestId: 'x'.repeat(1_100_000) })), 413],
    ['unknown route', { method: 'GET', url: '/nothing' }, 404],
    ['wrong method', { method: 'PUT', url: '/scans' }, 405],
    ['wrong method below a scan', { method: 'POST', url: '/scans/r-1/report?format=csv' }, 405],
    ['bad escape', { method: 'GET', url: '/scans/%zz' }, 400],
    ['malformed id', { method: 'GET', url: '/scans/a%2Fb' }, 400],
    ['unknown parameter', { method: 'GET', url: '/scans?color=red' }, 400],
    ['limit no number', { method: 'GET', url: '/scans?limit=many' }, 400],
    ['unknown verdict', { method: 'GET', url: '/scans/r-1/controls?verdict=maybe' }, 400],
    ['unknown format', { method: 'GET', url: '/scans/r-1/report?format=pdf' }, 400],
    ['unknown benchmark', { method: 'GET', url: '/access/aws?benchmark=cis-aws-0.1' }, 400],
    ['no such scan', { method: 'GET', url: '/scans/none' }, 404],
    ['no such report', { method: 'GET', url: '/scans/none/report' }, 404],
    ['nothing to delete', { method: 'DELETE', url: '/scans/none' }, 404],
  ])('%s', async (_, request, status) => {
    const answer = await intake.app.inject({
      ...request,
      headers: { ...request.headers, 'x-api-key': intake.key },
    });
    expectProblem(answer, status);
    expect(answer.body).not.toContain('CANARY');
    expect(intake.logged.join('')).not.toContain('CANARY');
  });

  test('an outage of the table is 503 with Retry-After, and never a 202', async () => {
    const outage = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    intake.table.down = outage;
    const answer = await intake.app.inject({
      method: 'POST',
      url: '/scans',
      payload: goodBody(),
      headers: { 'x-api-key': intake.key },
    });
    expectProblem(answer, 503);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('a defect is 500 and says nothing of itself', async () => {
    intake.table.down = new TypeError('CANARY is not a function');
    const answer = await intake.app.inject({ url: '/scans', headers: { 'x-api-key': intake.key } });
    expectProblem(answer, 500);
    expect(answer.body).not.toContain('CANARY');
  });

  test('what is no HTTP is answered on the bare socket', async () => {
    await intake.app.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect((intake.app.server.address() as AddressInfo).port, '127.0.0.1');
    socket.end('NONSENSE\r\n\r\n');
    let text = '';
    socket.on('data', (part: Buffer) => (text += part.toString()));
    await once(socket, 'close');
    const [head = '', body = ''] = text.split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
    expect(Check(Problem, JSON.parse(body))).toBe(true);
  });
});

test('every line about a scan bears its id', async () => {
  await intake.app.inject({ url: '/scans/r-1', headers: { 'x-api-key': intake.key } });
  const completed = intake.logged.find((line) => line.includes('request completed'));
  expect(JSON.parse(completed ?? '{}')).toMatchObject({ caller: 'acme', scanId: scanIdOf('acme', 'r-1') });
});

test('a wrong method is told the right ones', async () => {
  const answer = await intake.app.inject({ method: 'PATCH', url: '/scans/r-1' });
  expect(answer.headers['allow']).toBe('DELETE, GET, HEAD');
});

test('a request that trickles in is ended', () => {
  const { headersTimeout, requestTimeout } = intake.app.server;
  expect(headersTimeout).toBeLessThanOrEqual(10_000);
  expect(requestTimeout).toBeGreaterThan(0);
  expect(requestTimeout).toBeLessThanOrEqual(20_000);
});

describe('callers', () => {
  const ask = (key: string | undefined, url = '/scans') =>
    intake.app.inject({ url, headers: key === undefined ? {} : { 'x-api-key': key } });

  test('no, malformed, unknown, wrong, revoked and expired keys get the same answer', async () => {
    const [id = ''] = intake.key.split('.');
    const bad = [
      undefined,
      '',
      'x',
      `aaaaaaaaaaaa.${'x'.repeat(43)}`,
      `${id}.${'x'.repeat(43)}`,
      intake.addKey('acme', { revokedAt: '2026-01-01T00:00:00.000Z' }),
      intake.addKey('acme', { validUntil: '2026-03-01T12:00:00.000Z' }),
    ];
    const answers = await Promise.all(bad.map((key) => ask(key)));
    for (const answer of answers) expectProblem(answer, 401);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect((await ask(intake.addKey('acme', { validUntil: '2026-03-01T12:01:00.000Z' }))).statusCode).toBe(200);
  });

  test('a scan of another caller is a scan that does not exist', async () => {
    const headers = { 'x-api-key': intake.key };
    await intake.app.inject({ method: 'POST', url: '/scans', payload: goodBody(), headers });
    const other = intake.addKey('other');
    const paths = ['', '/controls', '/report'];
    const pairs = await Promise.all(
      paths.map((path) => Promise.all([ask(other, `/scans/r-1${path}`), ask(other, `/scans/none${path}`)])),
    );
    for (const [theirs, none] of pairs) {
      expectProblem(theirs, 404);
      expect(theirs.body).toBe(none.body);
    }
    expect((await ask(intake.addKey('acme'), '/scans/r-1')).statusCode).toBe(200);
    expect((await ask(other)).json()).toEqual({ items: [], next: null });
  });

  test.each(['/health/live', '/health/ready', '/docs', '/docs/json'])('%s needs no key', async (url) => {
    expect((await ask(undefined, url)).statusCode).toBe(200);
  });

  test('headers are safe and the page of the documentation may run its own scripts only', async () => {
    const api = await ask(intake.key);
    expect(api.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.stringContaining('max-age='),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    const page = await ask(undefined, '/docs/');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'");
  });
});

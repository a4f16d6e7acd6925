import { expect, test } from '@jest/globals';
import { Secret } from '@cis-scan/secret';
import { createLogger } from './log.ts';

const CANARY = 'canary-77b1';

const logged = (what: object): string => {
  const lines: string[] = [];
  createLogger('test', { write: (line) => void lines.push(line) }).info(what, 'message');
  return lines.join('');
};

const sdkError = Object.assign(new Error('refused'), {
  $metadata: { httpStatusCode: 403, requestId: 'r-1' },
  $response: { headers: { authorization: CANARY }, body: CANARY },
  config: { secretAccessKey: CANARY },
});

test.each<[string, object]>([
  ['a typed secret', { deep: { secret: new Secret(CANARY) } }],
  [
    'headers and body of a request',
    { req: { method: 'POST', url: '/', headers: { 'x-api-key': CANARY }, body: CANARY } },
  ],
  ['an answer', { res: { statusCode: 200, headers: { 'set-cookie': CANARY } } }],
  ['what an SDK error carries', { err: sdkError }],
  ['what its cause carries', { err: new Error('outer', { cause: sdkError }) }],
  ['a field with a telling name', { access_secret: CANARY }],
  ['such a field below', { input: { client_secret: CANARY } }],
  ['such a field deeper', { a: { input: { secretAccessKey: CANARY } } }],
])('the log does not show %s', (_, what) => {
  const line = logged(what);
  expect(line).toContain('message');
  expect(line).not.toContain(CANARY);
});

test('an error keeps what helps to find it', () => {
  expect(JSON.parse(logged({ err: new Error('outer', { cause: sdkError }) }))).toMatchObject({
    service: 'test',
    err: { type: 'Error', message: 'outer', cause: { message: 'refused', status: 403, requestId: 'r-1' } },
  });
});

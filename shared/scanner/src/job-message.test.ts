import { expect, test } from '@jest/globals';
import { readJob } from './job-message.ts';
import { job } from './testing/samples.ts';

const message = (body: unknown, attributes: Record<string, string> = { scanId: 's', targetId: '3' }) => ({
  messageId: 'm',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  attributes,
  receiveCount: 1,
  sentAt: new Date(0),
});
const about = { scanId: 's', targetId: 3 };

test('a job is read', () => {
  expect(readJob(message(job()))).toEqual({ kind: 'job', job: job() });
});

test.each<[string, unknown, 'malformed' | 'future-version']>([
  ['no JSON', '{', 'malformed'],
  ['no object', 'null', 'malformed'],
  ['an empty body', '', 'malformed'],
  ['a missing field', { ...job(), sealed: undefined }, 'malformed'],
  ['an unknown field', { ...job(), more: 1 }, 'malformed'],
  ['a future version', { ...job(), version: 2 }, 'future-version'],
  ['a future version of another shape', { version: 3 }, 'future-version'],
])('%s is answered for from the attributes', (_, body, why) => {
  expect(readJob(message(body))).toEqual({ kind: 'unreadable', about, why });
});

test.each<[string, Record<string, string>]>([
  ['none', {}],
  ['no target', { scanId: 's' }],
  ['a target that is no number', { scanId: 's', targetId: 'x' }],
  ['a scan id that is too long', { scanId: 's'.repeat(200), targetId: '0' }],
])('attributes that say nothing: %s', (_, attributes) => {
  expect(readJob(message('{', attributes))).toMatchObject({ about: null });
});

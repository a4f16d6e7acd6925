import { expect, test } from '@jest/globals';
import { childTraceparent, newTraceparent, traceIdOf, traceparentOf, traceResource } from './trace.ts';

test('a step keeps the trace and its flags, and is a step of its own', () => {
  const parent = newTraceparent();
  const child = childTraceparent(parent);
  expect(traceIdOf(child)).toBe(traceIdOf(parent));
  expect(child).not.toBe(parent);
  expect(childTraceparent(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-00`)).toMatch(/^00-a{32}-[0-9a-f]{16}-00$/);
});

test.each([
  undefined,
  '',
  'x',
  `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01`,
  `00-${'a'.repeat(31)}-${'b'.repeat(16)}-01`,
])('a malformed parent %p begins a new trace', (parent) => {
  expect(childTraceparent(parent)).toMatch(/^00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-01$/);
});

test('travels in the resources of an envelope', () => {
  const trace = newTraceparent();
  expect(traceparentOf(['arn:aws:s3:::b', traceResource(trace)])).toBe(trace);
  expect(traceparentOf([])).toBeUndefined();
});

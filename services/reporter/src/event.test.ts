import { describe, expect, test } from '@jest/globals';
import { readEvent } from './event.ts';

const detail = { version: 1, scanId: 's', targetId: 0, attemptId: null, reason: 'r', detail: 'd' };
const envelope = { source: 'cis-scan', 'detail-type': 'TargetScanFailed', detail, resources: [], id: 'x', time: 't' };
const text = (more: object): string => JSON.stringify({ ...envelope, ...more });

describe('readEvent', () => {
  test('takes the envelope off', () => {
    expect(readEvent(text({}))).toEqual({ event: { type: 'TargetScanFailed', detail }, traceparent: undefined });
  });

  test('finds the trace among the resources', () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    expect(readEvent(text({ resources: ['arn:x', `urn:traceparent:${traceparent}`] }))?.traceparent).toBe(traceparent);
  });

  test.each([
    ['no JSON', 'hello'],
    ['no object', '"hello"'],
    ['null', 'null'],
    ['another source', text({ source: 'aws.s3' })],
    ['an unknown type', text({ 'detail-type': 'Other' })],
    ['a type that every object has', text({ 'detail-type': 'constructor' })],
    ['a future version', text({ detail: { ...detail, version: 2 } })],
    ['an unknown field', text({ detail: { ...detail, more: 1 } })],
    ['a missing field', text({ detail: { ...detail, reason: undefined } })],
    ['a target that is none', text({ detail: { ...detail, targetId: -1 } })],
    ['no detail', text({ detail: null })],
  ])('understands not: %s', (_, body) => {
    expect(readEvent(body)).toBeNull();
  });
});

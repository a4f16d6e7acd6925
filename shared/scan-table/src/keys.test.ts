import { expect, test } from '@jest/globals';
import { recipientIdOf, scanIdOf } from './keys.ts';

test('a scan id is 32 hex digits, the same every time', () => {
  expect(scanIdOf('acme', 'r')).toMatch(/^[0-9a-f]{32}$/);
  expect(scanIdOf('acme', 'r')).toBe(scanIdOf('acme', 'r'));
});

test.each([
  [
    ['acme', 'r'],
    ['acme', 's'],
  ],
  [
    ['acme', 'r'],
    ['acmer', ''],
  ],
  [
    ['a', 'b","c'],
    ['a","b', 'c'],
  ],
  [
    ['ab', 'c'],
    ['a', 'bc'],
  ],
] as const)('%j and %j are two scans', ([callerA, a], [callerB, b]) => {
  expect(scanIdOf(callerA, a)).not.toBe(scanIdOf(callerB, b));
});

test('a recipient is one, however the address is written', () => {
  expect(recipientIdOf('A@Example.com')).toBe(recipientIdOf('a@example.com'));
  expect(recipientIdOf('a@example.com')).not.toBe(recipientIdOf('b@example.com'));
});

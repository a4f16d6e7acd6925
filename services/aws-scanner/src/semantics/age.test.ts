import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { wholeDaysBetween } from './age.ts';

test.each([
  ['2024-01-01T00:00:00Z', '2024-01-01T23:59:59.999Z', 0],
  ['2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z', 1],
  ['2024-01-01T12:00:00+02:00', '2024-03-31T09:59:59Z', 89],
  ['2024-01-01T12:00:00+02:00', '2024-03-31T10:00:00Z', 90],
  ['2024-02-28T00:00:00Z', '2024-03-01T00:00:00Z', 2],
  ['2024-01-02T00:00:00Z', '2024-01-01T23:00:00Z', -1],
])('%s to %s: %i', (a, b, days) => expect(wholeDaysBetween(new Date(a), new Date(b))).toBe(days));

test('an invalid date is an error and no age', () => {
  expect(() => wholeDaysBetween(new Date('x'), new Date(0))).toThrow(RangeError);
  expect(() => wholeDaysBetween(new Date(0), new Date('x'))).toThrow(RangeError);
});

test('the age is the largest number of whole days that fits', () => {
  const instant = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') });
  fc.assert(
    fc.property(instant, instant, (a, b) => {
      const days = wholeDaysBetween(a, b);
      const gone = b.getTime() - a.getTime();
      expect(days * 86_400_000 <= gone && gone < (days + 1) * 86_400_000).toBe(true);
    }),
  );
});

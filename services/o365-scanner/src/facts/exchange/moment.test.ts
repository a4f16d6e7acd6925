import { expect, test } from '@jest/globals';
import { Answer } from '../answer.ts';
import { momentOf } from './moment.ts';

const NOON = '2025-12-30T12:00:00.000Z';
test.each([
  ['2025-12-30T12:00:00', NOON],
  ['2025-12-30T12:00:00Z', NOON],
  ['2025-12-30T14:00:00+02:00', NOON],
  ['2025-12-30 12:00:00', NOON],
  ['12/30/2025 12:00:00 PM', NOON],
  ['2025-12-30', '2025-12-30T00:00:00.000Z'],
  [null, null],
  [undefined, null],
])('%s', (text, at) => expect(momentOf(new Answer(text))).toBe(at));
test.each(['soon', '', 7])('%s is no moment', (text) => expect(() => momentOf(new Answer(text))).toThrow());

import { expect, test } from '@jest/globals';
import { ageInDays, percentOf, sameControl, setByPerson } from './secure-score.ts';

const at = new Date('2026-01-01T00:00:00Z');
const control = { name: 'x', score: 5, percent: null, status: '', syncedAt: at };
const profile = { id: 'x', title: '', maxScore: 10, states: [] };

test('names are the same in any letter case', () => expect(sameControl('AdminMFAV2', 'AdminMFAv2')).toBe(true));
test.each([
  [{ ...control, percent: 40 }, profile, 40],
  [control, profile, 50],
  [{ ...control, score: 12 }, profile, 100],
  [control, { ...profile, maxScore: 0 }, null],
  [control, undefined, null],
])('per cent of %j by %j', (some, by, percent) => expect(percentOf(some, by)).toBe(percent));
test('the newest word of a person counts', () => {
  const states = [
    { state: 'Default', at: '2026-01-02T00:00:00.000Z' },
    { state: 'ignored', at: '2026-01-01T00:00:00.000Z' },
  ];
  expect(setByPerson({ states })).toBeNull();
  expect(setByPerson({ states: states.slice(1) })).toBe('risk accepted');
  expect(setByPerson({ states: [] })).toBeNull();
});
test('a day is over when it is whole', () => {
  expect(ageInDays(at, new Date('2026-01-08T23:59:59Z'))).toBe(7);
  expect(ageInDays(at, new Date('2026-01-09T00:00:00Z'))).toBe(8);
});

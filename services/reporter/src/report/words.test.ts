import { expect, test } from '@jest/globals';
import { benchmarkName, chapterName } from './benchmarks.ts';
import { count, exactMoment, moment, percent } from './words.ts';

test.each([
  [null, '–'],
  [0, '0 %'],
  [1, '100 %'],
  [0.9999, '99.9 %'],
  [0.6222, '62.2 %'],
  [0.29, '29 %'],
  [0.57, '57 %'],
  [0.0004, '0 %'],
])('%j is %s', (ratio, words) => {
  expect(percent(ratio)).toBe(words);
});

test('moments are UTC; what is none is shown as it came', () => {
  expect(moment('2026-02-03T10:14:12+01:00')).toBe('2026-02-03 09:14 UTC');
  expect(exactMoment('2026-02-03T09:14:12.345Z')).toBe('2026-02-03 09:14:12 UTC');
  expect(moment('soon')).toBe('soon');
  expect(moment(null)).toBe('unknown');
});

test('counts', () => {
  expect([0, 1, 12_345].map((n) => count(n, 'row'))).toEqual(['0 rows', '1 row', '12,345 rows']);
});

test.each([
  ['cis-aws-1.2.0', '2', 'Logging'],
  ['cis-aws-1.3.0', '2', 'Storage'],
  ['cis-aws-5.0.0', '5', 'Networking'],
  ['cis-aws-6.0.0', '2', 'Identity and Access Management'],
  ['cis-m365-1.3.0', '7', 'Mobile Devices'],
  ['cis-m365-6.0.0', '6', 'Exchange Online'],
  ['cis-aws-1.3.0', '9', 'Chapter 9'],
  ['something', '1', 'Chapter 1'],
])('%s chapter %s is %s', (id, chapter, name) => {
  expect(chapterName(id, chapter)).toBe(name);
});

test('benchmarks have names, unknown ones their id', () => {
  expect(benchmarkName('cis-m365-1.3.0')).toBe('CIS Microsoft 365 Foundations Benchmark 1.3.0');
  expect(benchmarkName('cis-gcp-1.0.0')).toBe('cis-gcp-1.0.0');
});

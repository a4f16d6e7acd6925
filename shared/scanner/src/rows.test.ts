import { expect, test } from '@jest/globals';
import type { Finding } from '@cis-scan/contracts';
import { rowsBody, rowsKey } from './rows.ts';
import { finding, result } from './testing/samples.ts';

const many = (length: number) => Array.from({ length }, (_, i) => result(`é${i}`));

test.each<[string, Finding[]]>([
  ['nothing', []],
  ['no results', [finding('1.1', [])]],
  ['several findings', [finding('1.1', many(2)), finding('1.2', []), finding('1.3', many(1))]],
  ['results of several pieces', [finding('1.1', many(500)), finding('1.2', many(1_001))]],
])('the body is the same JSON: %s', (_, findings) => {
  expect(JSON.parse(rowsBody(findings).toString())).toEqual(findings);
});

test('chunks of different attempts never meet', () => {
  expect(rowsKey('s', 1, 'a', 2)).toBe('rows/s/1/a/2.json');
});

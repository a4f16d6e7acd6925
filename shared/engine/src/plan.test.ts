import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Benchmark, Row } from './benchmark.ts';
import { loadBenchmark } from './benchmark.ts';
import { criticalPath } from './critical-path.ts';
import { loadCheck, plan, questionId } from './plan.ts';
import { rightsOf } from './rights.ts';

// A folder of checks as a service has one; plain objects, since a check needs nothing from the engine to be one.
const root = mkdtempSync(join(tmpdir(), 'plan-'));
const folder = pathToFileURL(`${root}/checks/`);
const fact = (name: string, needs = '{}', calls = `['x:${name}']`): string =>
  `{ kind: 'fact', name: '${name}', calls: ${calls}, rights: ${calls}, source: '${name}', basis: 'direct', needs: ${needs}, read: async () => 1 }`;
beforeAll(() => {
  mkdirSync(join(root, 'checks/a'), { recursive: true });
  const words = `title: 't', why: 'w', fix: 'f', evaluate: () => [], otherwise: []`;
  writeFileSync(
    join(root, 'facts.ts'),
    `export const one = ${fact('one')};\nexport const two = ${fact('two', '{ one }')};\nexport const spare = ${fact('spare')};\nexport const sum = ${fact('sum', '{ one, two }', '[]')};\n`,
  );
  writeFileSync(
    join(root, 'checks/a/length.ts'),
    `import { one } from '../../facts.ts';\nexport default { kind: 'check', ${words}, needs: { one }, options: { min: 14 } };\n`,
  );
  writeFileSync(
    join(root, 'checks/a/chain.ts'),
    `import { sum, spare } from '../../facts.ts';\nexport default { kind: 'check', ${words}, needs: { sum, spare: { kind: 'optional', fact: spare, deciding: false } }, options: {} };\n`,
  );
  writeFileSync(join(root, 'checks/a/none.ts'), 'export default 1;\n');
});
afterAll(() => rmSync(root, { recursive: true }));

const row = (control: string, check: string, options?: Row['with']): Row => ({
  control,
  level: '1',
  assessment: 'automated',
  check,
  confidence: 'confirmed',
  ...(options && { with: options }),
});
const benchmark = (id: string, ...rows: readonly Row[]): Benchmark => ({ id, provider: 'aws', rows });

describe('plan', () => {
  test('equal options of two versions are one question, other options another', async () => {
    const { questions } = await plan(folder, [
      benchmark('v1', row('1.1', 'a/length'), row('1.10', 'a/chain')),
      benchmark('v2', row('2.1', 'a/length', { min: 14 }), row('2.2', 'a/length', { min: 8 })),
    ]);
    expect(questions.map((q) => [q.id, q.answers.map((a) => a.control)])).toEqual([
      ['a/length?min=14', ['1.1', '2.1']],
      ['a/chain', ['1.10']],
      ['a/length?min=8', ['2.2']],
    ]);
  });
  test('calls and rights are those of all facts behind the questions', async () => {
    const made = await plan(folder, [benchmark('v1', row('1', 'a/chain'))]);
    expect(made.calls).toEqual(['x:one', 'x:spare', 'x:two']);
    expect([...made.facts].map((f) => f.name).sort()).toEqual(['one', 'spare', 'sum', 'two']);
    expect(criticalPath(made)).toEqual(['one', 'two']);
  });
  test('rights are base or, behind an optional need, optional', async () => {
    const rights = await rightsOf(folder, benchmark('v1', row('1', 'a/chain'), row('2', 'a/length')));
    expect(rights).toMatchObject({ base: ['x:one', 'x:two'], optional: ['x:spare'] });
    expect(rights.controls[0]).toEqual({
      control: '1',
      check: 'a/chain',
      base: ['x:one', 'x:two'],
      optional: ['x:spare'],
    });
  });
  test.each([
    ['an option that the check does not have', { max: 1 }],
    ['a value of another type', { min: '14' }],
    ['a list for a number', { min: [14] }],
  ])('%s is an error of the table', async (_, options) => {
    await expect(plan(folder, [benchmark('v', row('1', 'a/length', options))])).rejects.toThrow(
      /control 1: a\/length has no option/,
    );
  });
  test.each(['../secrets', 'a', '/etc/passwd', 'a/b.ts', 'a/none'])('%s is no check', async (id) => {
    await expect(loadCheck(folder, id)).rejects.toThrow();
  });
  test.each(['../x', 'x/y', ''])('"%s" is no benchmark', async (id) => {
    await expect(loadBenchmark(folder, id)).rejects.toThrow(/not the id/);
  });
  test('the order of options does not matter to a question', () => {
    expect(questionId('c', { b: 1, a: ['x'] })).toBe(questionId('c', { a: ['x'], b: 1 }));
  });
});

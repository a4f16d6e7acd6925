import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { CSV_COLUMNS, renderCsv } from './csv.ts';
import { buildModel, type ScanOutcome } from './model.ts';
import { HOSTILE, withForeignText } from './sample/foreign.ts';
import { MESSY, sampleOutcome } from './sample/outcome.ts';

async function csv(outcome: ScanOutcome): Promise<string> {
  let text = '';
  for await (const piece of renderCsv(buildModel(outcome, '2026-02-03T09:17:00.000Z'))) text += piece;
  return text;
}

const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

describe('report.csv', () => {
  test('has the public columns, and a row per resource that says what report.json says', async () => {
    const text = await csv(sampleOutcome());
    expect(text.startsWith(`${CSV_COLUMNS.join(',')}\n`)).toBe(true);
    const rows = rowsOf(text);
    const { report } = buildModel(sampleOutcome(), '2026-02-03T09:17:00.000Z');
    const expected = report.targets.flatMap((target) =>
      'error' in target
        ? []
        : target.benchmarks.flatMap(({ id, controls }) =>
            controls.flatMap(({ control, verdict, resources }) =>
              resources.map((r) => [
                target.target.account,
                id,
                control,
                verdict,
                r.verdict,
                r.region ?? '',
                r.id,
                r.evidence,
              ]),
            ),
          ),
    );
    const found = rows
      .filter(({ benchmark }) => benchmark !== '')
      .map((r) => [
        r['target'],
        r['benchmark'],
        r['control'],
        r['controlVerdict'],
        r['verdict'],
        r['region'],
        r['resource'],
        JSON.parse(r['evidence'] ?? ''),
      ]);
    expect(found).toEqual(expected);
    expect(expected.length).toBeGreaterThan(110);
  });

  test('has a row for a control without resources, with the verdict and reason of the control', async () => {
    const outcome = sampleOutcome();
    const [messy] = outcome.targets;
    if (messy === undefined || 'error' in messy) throw new Error('the sample begins with a completed target');
    const findings = messy.findings.map((finding) => ({ ...finding, results: [] }));
    const rows = rowsOf(await csv({ ...outcome, targets: [{ ...messy, findings }] }));
    expect(rows).toHaveLength(55);
    expect(
      rows.every((row) => row['verdict'] === row['controlVerdict'] && row['reason'] !== '' && row['resource'] === ''),
    ).toBe(true);
  });

  test('does not lose a failed target', async () => {
    const failed = rowsOf(await csv(sampleOutcome())).filter(({ target }) => target === '777788889999');
    expect(failed).toHaveLength(1);
    expect(failed[0]).toMatchObject({ benchmark: '', control: '', verdict: 'not-assessed', cause: 'failed' });
    expect(failed[0]?.['reason']).toContain('trust policy demands MFA');
  });

  test('keeps evidence valid JSON where it is too much for a cell', async () => {
    const text = await csv(withForeignText(sampleOutcome(), 'y'.repeat(40_000)));
    const rows = rowsOf(text);
    expect(Math.max(...rows.flatMap((row) => Object.values(row).map(({ length }) => length)))).toBeLessThan(32_767);
    for (const row of rows) {
      if (row['evidence']) expect(JSON.parse(row['evidence'])).toBeInstanceOf(Array);
    }
  });
});

describe('foreign text is inert', () => {
  test.each(HOSTILE)('%s', async (_, foreign) => {
    const text = await csv(withForeignText(sampleOutcome(), foreign));
    const rows = rowsOf(text);
    // One line per row: no cell can pretend to be one.
    expect(text.split('\n')).toHaveLength(rows.length + 2);
    expect(rows).toHaveLength(320);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(rows.filter(({ target }) => target === MESSY).length).toBeGreaterThan(55);
  });
});

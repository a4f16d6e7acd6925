import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Control, Report, Verdict } from '@cis-scan/contracts';
import { scanIdOf } from '@cis-scan/scan-table';
import { goodBody, testIntake, type TestIntake } from './testing/intake.ts';

const counts = { pass: 0, fail: 0, manual: 0, 'not-applicable': 0, 'not-assessed': 0 };
const control = (number: string, verdict: Verdict, resources = 1): Control => ({
  control: number,
  title: `Control ${number}`,
  level: '1',
  assessment: 'automated',
  confidence: 'confirmed',
  check: 'iam/example',
  verdict,
  suggested: null,
  basis: 'direct',
  reason: 'Because.',
  missing: [],
  counts: { ...counts, [verdict]: resources },
  resources: Array.from({ length: resources }, (_, n) => ({
    id: `r-${n}`,
    region: null,
    verdict,
    cause: null,
    reason: 'Because.',
    evidence: [{ source: 'iam:Get', readAt: '2026-03-01T00:00:00.000Z', fields: { n, nested: { deep: [true] } } }],
  })),
});
const header = { provider: 'aws', account: '111122223333', name: null, cloud: 'aws', regions: null } as const;
const benchmark = (id: string, controls: Control[]) => ({
  id,
  counts,
  score: null,
  coverage: 0,
  reported: { pass: 0, fail: 0 },
  levels: { '1': { score: null, coverage: 0 } },
  controls,
});
const report: Report = {
  requestId: 'r-1',
  createdAt: '2026-03-01T00:00:00.000Z',
  targets: [
    {
      target: { ...header, startedAt: '2026-03-01T00:00:00.000Z' },
      warnings: [],
      benchmarks: [
        benchmark('cis-aws-1.3.0', [control('1.2', 'pass'), control('1.10', 'fail'), control('3.9', 'fail', 60)]),
        benchmark('cis-aws-1.4.0', [control('1.2', 'manual')]),
      ],
    },
    { target: { ...header, startedAt: null }, error: { reason: 'expired', detail: 'Too late.' } },
    {
      target: { ...header, startedAt: '2026-03-01T00:00:00.000Z' },
      warnings: [],
      benchmarks: [benchmark('cis-aws-1.3.0', [control('1.2', 'fail')])],
    },
  ],
};

let intake: TestIntake;
beforeEach(async () => {
  intake = await testIntake();
  await intake.app.inject({ method: 'POST', url: '/scans', payload: goodBody(), headers: { 'x-api-key': intake.key } });
});
afterEach(() => intake.app.close());

const get = (url: string) => intake.app.inject({ url, headers: { 'x-api-key': intake.key } });
const finish = (): void => {
  const scanId = scanIdOf('acme', 'r-1');
  const file = (name: string, text: string) => {
    const key = `reports/${scanId}/report.${name}`;
    intake.files.set(key, text);
    return { key, bytes: text.length };
  };
  intake.table.finish(scanId, {
    status: 'completed',
    html: file('html', '<p>Report</p>'),
    csv: file('csv', 'a,b\n'),
    json: file('json', JSON.stringify(report)),
    storedAt: '2026-03-01T00:00:00.000Z',
  });
};
interface Page {
  readonly items: (Control & { targetId: number; benchmark: string })[];
  readonly next: string | null;
}
const named = ({ items }: Page): string[] => items.map((row) => `${row.targetId} ${row.benchmark} ${row.control}`);

test.each(['controls', 'report', 'report?format=csv'])(
  '%s before the end: 409 and when to come again',
  async (path) => {
    const answer = await get(`/scans/r-1/${path}`);
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([409, '5']);
  },
);

describe('controls', () => {
  beforeEach(finish);
  const all = [
    '0 cis-aws-1.3.0 1.2',
    '0 cis-aws-1.3.0 1.10',
    '0 cis-aws-1.3.0 3.9',
    '0 cis-aws-1.4.0 1.2',
    '2 cis-aws-1.3.0 1.2',
  ];
  test.each([
    ['', all],
    ['?target=0', all.slice(0, 4)],
    ['?target=1', []],
    ['?target=7', []],
    ['?benchmark=cis-aws-1.4.0', ['0 cis-aws-1.4.0 1.2']],
    ['?verdict=fail', ['0 cis-aws-1.3.0 1.10', '0 cis-aws-1.3.0 3.9', '2 cis-aws-1.3.0 1.2']],
    ['?control=1.1', []],
    ['?control=1.2&verdict=fail', ['2 cis-aws-1.3.0 1.2']],
  ])('%s', async (query, rows) => {
    const answer = await get(`/scans/r-1/controls${query}`);
    expect(answer.statusCode).toBe(200);
    expect(named(answer.json<Page>())).toEqual(rows);
  });

  test('are whole, evidence included', async () => {
    const { items } = (await get('/scans/r-1/controls?control=1.10')).json<Page>();
    expect(items).toEqual([{ targetId: 0, benchmark: 'cis-aws-1.3.0', ...control('1.10', 'fail') }]);
  });

  test('come in pages that lose and repeat nothing', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page: Page = (await get(`/scans/r-1/controls?limit=2${cursor}`)).json<Page>();
      seen.push(...named(page));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(seen).toEqual(all);
  });

  test('show the 50 worst resources, or all of one control', async () => {
    const shown = async (query: string) =>
      (await get(`/scans/r-1/controls?${query}`)).json<Page>().items[0]?.resources.length;
    expect(await shown('control=3.9')).toBe(50);
    expect(await shown('control=3.9&resources=all')).toBe(60);
  });

  test.each(['resources=all', 'cursor=nonsense', 'cursor=-1', 'target=-1', 'target=x', 'limit=0', 'limit=201'])(
    '%s: 400',
    async (query) => expect((await get(`/scans/r-1/controls?${query}`)).statusCode).toBe(400),
  );
});

describe('report', () => {
  beforeEach(finish);
  test.each([
    ['', 'text/html; charset=utf-8', 'inline; filename="cis-scan-r-1.html"', '<p>Report</p>'],
    ['?format=html', 'text/html; charset=utf-8', 'inline; filename="cis-scan-r-1.html"', '<p>Report</p>'],
    ['?format=csv', 'text/csv; charset=utf-8', 'attachment; filename="cis-scan-r-1.csv"', 'a,b\n'],
    ['?format=json', 'application/json', 'attachment; filename="cis-scan-r-1.json"', JSON.stringify(report)],
  ])('%s', async (query, type, disposition, body) => {
    const answer = await get(`/scans/r-1/report${query}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain(type);
    expect(answer.headers['content-disposition']).toBe(disposition);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).toBe(body);
  });

  test('that is no longer kept: 404', async () => {
    intake.files.clear();
    expect((await get('/scans/r-1/report')).statusCode).toBe(404);
  });
});

test('a deleted scan takes its files along', async () => {
  finish();
  const answer = await intake.app.inject({ method: 'DELETE', url: '/scans/r-1', headers: { 'x-api-key': intake.key } });
  expect([answer.statusCode, answer.body]).toEqual([204, '']);
  expect(intake.files.size).toBe(0);
  expect((await get('/scans/r-1')).statusCode).toBe(404);
});

import { describe, expect, test } from '@jest/globals';
import { Finding, VERDICTS } from '@cis-scan/contracts';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { cutFinding, MAX_FINDING_BYTES, MAX_RESULTS } from './cut.ts';
import { finding, result } from './testing/samples.ts';
import { cutText, cutValue, MAX_TEXT } from './text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 700 });
const anyResult = fc
  .record({
    id: anyText,
    region: fc.option(anyText),
    verdict: fc.constantFrom(...VERDICTS),
    reason: fc.string({ unit: 'binary', minLength: 1, maxLength: 700 }),
    fields: fc.dictionary(anyText, fc.jsonValue(), { maxKeys: 60 }),
  })
  .map(({ id, region, verdict, reason, fields }) =>
    result(id, verdict, {
      region,
      reason,
      evidence: [{ source: 'ec2:DescribeVpcs', readAt: '2026-11-22T00:00:00.000Z', fields }],
    }),
  );
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe('a finding cut for an event', () => {
  test('stays a finding, small, with the verdict and the counts of the whole', () => {
    fc.assert(
      fc.property(fc.array(anyResult, { maxLength: 120 }), anyText, (results, reason) => {
        const whole = finding('1.1', results, { reason: `r${reason}`, missing: results.map(({ id }) => id) });
        const cut = cutFinding(whole);
        expect(Check(Finding, cut)).toBe(true);
        expect(bytes(cut)).toBeLessThanOrEqual(MAX_FINDING_BYTES);
        expect(cut.results.length).toBeLessThanOrEqual(MAX_RESULTS);
        expect([cut.verdict, cut.counts, cut.answers]).toEqual([whole.verdict, whole.counts, whole.answers]);
        if (results.length > 0) expect(cut.results.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the worst results, in their order', () => {
    const results = Array.from({ length: 200 }, (_, i) =>
      result(`r${String(i).padStart(3, '0')}`, i < 190 ? 'pass' : 'fail'),
    );
    const { results: kept } = cutFinding(finding('1.1', results));
    expect(kept.length).toBe(MAX_RESULTS);
    expect(kept.slice(0, 11).map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      ...Array.from({ length: 10 }, (_, i) => `r${190 + i} fail`),
      'r000 pass',
    ]);
  });

  test('what is small already stays as it is', () => {
    const small = finding('1.1', [result('a', 'fail'), result('b')]);
    expect(cutFinding(small)).toEqual(small);
  });

  test('a single huge result stays, without its evidence', () => {
    const fields = Object.fromEntries(Array.from({ length: 49 }, (_, i) => [`f${i}`, Array(50).fill('€'.repeat(500))]));
    const evidence = [{ source: 's', readAt: '2026-11-22T00:00:00.000Z', fields }];
    const cut = cutFinding(finding('1.1', [result('a', 'fail', { evidence })]));
    expect(cut.results).toMatchObject([{ id: 'a', verdict: 'fail', evidence: [] }]);
  });

  test('fifty thousand failing resources with long names', () => {
    const results = Array.from({ length: 50_000 }, (_, i) => result(`arn:aws:s3:::${'n'.repeat(5_000)}${i}`, 'fail'));
    const cut = cutFinding(finding('1.1', results));
    expect(bytes(cut)).toBeLessThanOrEqual(MAX_FINDING_BYTES);
    expect(cut.counts.fail).toBe(50_000);
  });
});

test.each([
  ['', 5, ''],
  ['12345', 5, '12345'],
  ['123456', 5, '1234…'],
  ['123😀5', 5, '123😀5'.slice(0, 3) + '…'],
  ['\ud800', 5, '\ufffd'],
])('cutText(%j, %i) is %j', (text, limit, expected) => {
  expect(cutText(text, limit)).toBe(expected);
});

test('a value of evidence keeps only what JSON carries, bounded', () => {
  const deep = { a: { b: { c: { d: { e: { f: { g: 1 } } } } } } };
  expect(cutValue(deep)).toEqual({ a: { b: { c: { d: { e: { f: '…' } } } } } });
  expect(cutValue({ n: NaN, u: undefined, d: new Date(0), s: 'x'.repeat(MAX_TEXT + 1) })).toEqual({
    n: null,
    u: null,
    d: '1970-01-01T00:00:00.000Z',
    s: `${'x'.repeat(MAX_TEXT - 1)}…`,
  });
  expect((cutValue(Array(100).fill(1)) as unknown[]).length).toBe(50);
});

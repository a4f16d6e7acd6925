import { describe, expect, test } from '@jest/globals';
import type { Finding } from '@cis-scan/contracts';
import fc from 'fast-check';
import { planFor } from './catalogue.ts';
import { playedScan } from './testing/played-scan.ts';
import { readTape, type Meddle } from './testing/taped.ts';

const plan = await planFor(['cis-aws-1.3.0']);
const tapes = ['messy', 'tidy'].map(readTape);

/** What was found, apart from when it was read. */
const timeless = (found: ReadonlyMap<string, Finding>): string =>
  JSON.stringify([...found.values()], (name, value: unknown) => (name === 'readAt' ? '' : value));
const verdicts = (found: ReadonlyMap<string, Finding>): string =>
  JSON.stringify(
    [...found.values()].map((f) => [f.check, f.verdict, f.counts, f.results.map((r) => [r.id, r.region, r.verdict])]),
  );

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Uint8Array);

/** The answer's lists of resources in another order; what lies inside a resource stays as it is. */
const shuffled =
  (seed: number): Meddle =>
  (_, output) => {
    if (!isObject(output)) return output;
    const other = (list: unknown[]): unknown[] =>
      fc.sample(fc.shuffledSubarray(list, { minLength: list.length }), { numRuns: 1, seed })[0] ?? list;
    return Object.fromEntries(
      Object.entries(output).map(([name, value]) => [name, Array.isArray(value) ? other(value) : value]),
    );
  };

/** Every object of the answer with a field that nobody knows yet. */
const enriched = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(enriched);
  if (!isObject(value)) return value;
  return {
    ...Object.fromEntries(Object.entries(value).map(([name, part]) => [name, enriched(part)])),
    UnheardOf: { of: ['late'] },
  };
};

describe.each(tapes.map((tape, i) => [['messy', 'tidy'][i] ?? '', tape] as const))('%s', (_, tape) => {
  test('the same account twice is the same, byte for byte apart from times', async () => {
    expect(timeless(await playedScan(plan, tape))).toBe(timeless(await playedScan(plan, tape)));
  });
  test('the order in which resources are told changes no verdict', async () => {
    const before = verdicts(await playedScan(plan, tape));
    for (const seed of [1, 2, 3]) expect(verdicts(await playedScan(plan, tape, shuffled(seed)))).toBe(before);
  });
  test('fields that nobody knows yet change nothing', async () => {
    // a credential report and maps of numbers are no places for new fields
    const mapped = new Set(['iam:GetCredentialReport', 'iam:GetAccountSummary']);
    const meddle: Meddle = (taped, output) => (mapped.has(taped.call) ? output : enriched(output));
    expect(timeless(await playedScan(plan, tape, meddle))).toBe(timeless(await playedScan(plan, tape)));
  });
  test('every finding keeps its promises', async () => {
    for (const finding of (await playedScan(plan, tape)).values()) {
      const places = finding.results.map((r) => `${r.id} ${r.region}`);
      expect(new Set(places).size).toBe(places.length);
      for (const result of finding.results) {
        expect(result.id).toMatch(/^(arn:aws[\w-]*:|\d{12}$)/);
        if (result.verdict === 'pass' || result.verdict === 'fail')
          expect([finding.check, result.evidence.length]).not.toEqual([finding.check, 0]);
        for (const { source, readAt } of result.evidence) {
          expect(source).toMatch(/^[a-z0-9-]+:[A-Z]\w+$/);
          expect(readAt).toMatch(/^\d{4}-\d\d-\d\dT/);
        }
      }
    }
  });
});

import { describe, expect, test } from '@jest/globals';
import { TargetDocument, VERDICTS } from '@cis-scan/contracts';
import type { Answer, Finding, Result, TargetHeader } from '@cis-scan/contracts';
import fc from 'fast-check';
import { Value } from 'typebox/value';
import { buildTargetDocument, DocumentError, summarise } from './document.ts';
import { countVerdicts } from './share.ts';

const HEADER: TargetHeader = {
  provider: 'aws',
  account: '111122223333',
  name: null,
  cloud: 'aws',
  regions: null,
  startedAt: '2026-02-03T09:14:12.000Z',
};

function answer(benchmark: string, control: string, level = '1'): Answer {
  return { benchmark, control, level, assessment: 'automated', confidence: 'confirmed' };
}

function finding(check: string, answers: Answer[], results: Result[] = []): Finding {
  const verdict = VERDICTS.find((v) => results.some((result) => result.verdict === v)) ?? 'pass';
  return {
    question: check,
    check,
    title: check,
    why: 'w',
    fix: 'f',
    answers,
    verdict,
    suggested: null,
    basis: null,
    reason: 'r',
    missing: ['b:B', 'a:A', 'a:A'],
    counts: countVerdicts(results),
    results,
  };
}

const results: Result[] = VERDICTS.flatMap((verdict) =>
  [null, 'eu-west-1'].map((region) => ({ id: 'x', region, verdict, cause: null, reason: 'r', evidence: [] })),
);
const findings = [
  finding('s/a', [answer('new', '1.10'), answer('old', '4.1')], results),
  finding('s/b', [answer('new', '1.2', '2')], results.slice(6)),
  finding('s/c', [answer('new', '2.1.1'), answer('new', '2.1.2')]),
  finding('s/d', [answer('other', '9.9')]),
];

describe('a document', () => {
  const document = buildTargetDocument(HEADER, [{ code: 'c', detail: 'd', missing: [] }], ['old', 'new'], findings);

  test('keeps the contract', () => {
    expect([...Value.Errors(TargetDocument, document)]).toEqual([]);
  });

  test('has benchmarks as asked and controls by number, of what was asked only', () => {
    expect(document.benchmarks.map(({ id, controls }) => [id, controls.map(({ control }) => control)])).toEqual([
      ['old', ['4.1']],
      ['new', ['1.2', '1.10', '2.1.1', '2.1.2']],
    ]);
  });

  test('counts controls, per level too', () => {
    const { counts, levels } = document.benchmarks[1]!;
    expect(counts).toEqual({ pass: 3, fail: 1, manual: 0, 'not-applicable': 0, 'not-assessed': 0 });
    expect(levels).toEqual({ '1': { score: 0.6667, coverage: 1 }, '2': { score: 1, coverage: 1 } });
  });

  test('names refused rights once, in order', () => {
    expect(document.benchmarks[0]?.controls[0]?.missing).toEqual(['a:A', 'b:B']);
  });

  test('is the same bytes whatever the order of findings and results', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(findings, { minLength: findings.length }),
        fc.shuffledSubarray(results, { minLength: results.length }),
        (shuffled, rows) => {
          const same = shuffled.map((f) => (f.check === 's/a' ? { ...f, results: rows } : f));
          const again = buildTargetDocument(HEADER, document.warnings, ['old', 'new'], same);
          expect(JSON.stringify(again)).toBe(JSON.stringify(document));
        },
      ),
    );
  });

  test('leaves its input as it was', () => {
    const before = JSON.stringify(findings);
    buildTargetDocument(HEADER, [], ['new'], findings);
    expect(JSON.stringify(findings)).toBe(before);
  });

  test('a summary is its figures', () => {
    const [old] = document.benchmarks;
    const { levels: _, controls: __, ...figures } = old!;
    expect(summarise(old!)).toEqual(figures);
  });
});

test.each<{ case: string; of: Finding[]; says: RegExp }>([
  { case: 'no finding at all', of: [], says: /no finding answers a control of new/ },
  { case: 'a benchmark that nothing answers', of: [findings[3]!], says: /no finding answers a control of new/ },
  { case: 'the same finding twice', of: [findings[1]!, findings[1]!], says: /new 1\.2 is answered by two findings/ },
])('$case is refused', ({ of, says }) => {
  const build = (): unknown => buildTargetDocument(HEADER, [], ['new'], of);
  expect(build).toThrow(DocumentError);
  expect(build).toThrow(says);
});

test('counts stay true where rows were cut', () => {
  const cut = { ...findings[0]!, counts: { ...findings[0]!.counts, fail: 90_000 } };
  const document = buildTargetDocument(HEADER, [], ['old'], [cut]);
  expect(document.benchmarks[0]?.controls[0]?.counts.fail).toBe(90_000);
});

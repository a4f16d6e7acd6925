import type {
  Answer,
  BenchmarkResult,
  BenchmarkSummary,
  Control,
  Finding,
  Share,
  TargetDocument,
  TargetHeader,
  Warning,
} from '@cis-scan/contracts';
import { compareCodePoints, compareControls, compareResults } from './order.ts';
import { figuresOf, shareOf } from './share.ts';

/** The findings do not make a whole document: a benchmark without controls, or a control answered twice. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}

/**
 * From the findings of one target to its document.
 *
 * Benchmarks stand as asked, controls by number, resources worst first; the order in which findings or results arrive
 * leaves no trace. Answers to benchmarks that were not asked are left out.
 * @param findings one per question, each with all its results; every row of the asked benchmarks among their answers
 * @throws DocumentError where a benchmark has no control or a control has two findings: a document must not hide that
 */
export function buildTargetDocument(
  header: TargetHeader,
  warnings: readonly Warning[],
  benchmarkIds: readonly string[],
  findings: readonly Finding[],
): TargetDocument {
  return {
    target: {
      provider: header.provider,
      account: header.account,
      name: header.name,
      cloud: header.cloud,
      regions: header.regions,
      startedAt: header.startedAt,
    },
    warnings: warnings.map(({ code, detail, missing }) => ({ code, detail, missing })),
    benchmarks: benchmarkIds.map((id) => benchmarkResult(id, findings)),
  };
}

function benchmarkResult(id: string, findings: readonly Finding[]): BenchmarkResult {
  const controls = findings
    .flatMap((finding) =>
      finding.answers.filter((answer) => answer.benchmark === id).map((answer) => toControl(finding, answer)),
    )
    .sort(compareControls);
  if (controls.length === 0) throw new DocumentError(`no finding answers a control of ${id}`);
  for (const [i, { control }] of controls.entries()) {
    if (controls[i + 1]?.control === control) throw new DocumentError(`${id} ${control} is answered by two findings`);
  }
  return { id, ...figuresOf(controls), levels: levelsOf(controls), controls };
}

function levelsOf(controls: readonly Control[]): Record<string, Share> {
  const levels = [...new Set(controls.map(({ level }) => level))].sort(compareCodePoints);
  return Object.fromEntries(
    levels.map((level) => [level, shareOf(controls.filter((control) => control.level === level))]),
  );
}

/** One row of a benchmark with what its question found. */
export function toControl(finding: Finding, answer: Answer): Control {
  return {
    control: answer.control,
    title: finding.title,
    level: answer.level,
    assessment: answer.assessment,
    confidence: answer.confidence,
    check: finding.check,
    verdict: finding.verdict,
    suggested: finding.suggested,
    basis: finding.basis,
    reason: finding.reason,
    missing: [...new Set(finding.missing)].sort(compareCodePoints),
    counts: finding.counts,
    resources: finding.results.toSorted(compareResults),
  };
}

/** The figures of a benchmark without its controls. */
export function summarise(benchmark: BenchmarkResult): BenchmarkSummary {
  const { id, counts, score, coverage, reported } = benchmark;
  return { id, counts, score, coverage, reported };
}

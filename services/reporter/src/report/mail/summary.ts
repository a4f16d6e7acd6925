import type { BenchmarkResult, FailedTarget, TargetDocument } from '@cis-scan/contracts';
import { VERDICTS } from '@cis-scan/contracts';
import { benchmarkName } from '../benchmarks.ts';
import { failures } from '../failures.ts';
import { coverageInWords, reportedInWords, scoreInWords } from '../figures.ts';
import { shown } from '../text.ts';
import type { BenchmarkLines, TargetLines } from './lines.ts';
import { count, moment, percent, scope, targetName, VERDICT_WORDS } from '../words.ts';

/** Failed controls that a mail lists per benchmark. */
const WORST = 5;

/** The lines about one target: figures and our own titles, no resource and no evidence. */
export function targetLines(target: TargetDocument | FailedTarget): TargetLines {
  const failed = 'error' in target;
  return {
    target: targetName(target),
    about: `${nameOf(target)}${failed ? '' : `scope: ${scope(target)} · `}scan started ${moment(target.target.startedAt)}`,
    error: failed
      ? `The scan of this target failed (${target.error.reason}). ${shown(target.error.detail)} It has no verdicts.`
      : null,
    benchmarks: failed ? [] : target.benchmarks.map(benchmarkLines),
  };
}

/** Mail programs turn anything like an address into a link: a name that looks like one is left out. */
function nameOf({ target: { name } }: TargetDocument | FailedTarget): string {
  return name === null || /:|\/|www\.|@/i.test(name) ? '' : `${shown(name, 80)} · `;
}

function benchmarkLines(benchmark: BenchmarkResult): BenchmarkLines {
  const failed = failures(benchmark);
  const reported = reportedInWords(benchmark);
  const counts = VERDICTS.map((verdict) => `${benchmark.counts[verdict]} ${VERDICT_WORDS[verdict].toLowerCase()}`);
  return {
    benchmark: benchmarkName(benchmark.id),
    score: percent(benchmark.score),
    scoreWords: scoreInWords(benchmark),
    coverage: percent(benchmark.coverage),
    coverageWords: coverageInWords(benchmark),
    counts: `${counts.join(' · ')}${reported === null ? '' : `. ${reported}`}`,
    worstHead: worstHead(failed.length),
    worst: failed.slice(0, WORST).map(({ control, title, counts: { fail } }) => ({
      control,
      title,
      failing: fail === 0 ? '' : count(fail, 'resource'),
    })),
  };
}

function worstHead(failed: number): string {
  if (failed === 0) return 'No control failed.';
  return failed > WORST ? `Mend first (${WORST} of ${failed} failed controls)` : 'Mend first';
}

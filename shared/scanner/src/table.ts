import type { BenchmarkResult, Control, TargetDocument } from '@cis-scan/contracts';
import Table from 'cli-table3';
import { printable } from './printable.ts';

const MAX_REASON = 160;
const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 1000) / 10} %`);

function shortened(text: string): string {
  const shown = printable(text);
  return shown.length <= MAX_REASON ? shown : `${shown.slice(0, MAX_REASON - 1)}…`;
}

const verdictOf = ({ verdict, suggested }: Control): string =>
  suggested === null ? verdict : `${verdict} (suggests ${suggested})`;

function benchmarkTable({ id, controls, counts, score, coverage }: BenchmarkResult): string {
  const table = new Table({
    head: ['Control', 'Level', 'Verdict', 'What', 'Why'],
    colWidths: [9, 7, 16, 42, 66],
    wordWrap: true,
    // Plain text: the output is read by scripts and files too.
    style: { head: [], border: [] },
  });
  for (const control of controls) {
    table.push([control.control, control.level, verdictOf(control), control.title, shortened(control.reason)]);
  }
  const numbers = Object.entries(counts).map(([verdict, number]) => `${number} ${verdict}`);
  return [
    id,
    table.toString(),
    `${numbers.join(', ')} · score ${percent(score)} at coverage ${percent(coverage)}`,
  ].join('\n');
}

/** A target's document for people at a terminal. */
export function documentTable({ target, warnings, benchmarks }: TargetDocument): string {
  const regions = target.regions === null ? '' : `, regions ${target.regions.join(', ')}`;
  return [
    printable(`${target.provider} ${target.account}${target.name === null ? '' : ` (${target.name})`}${regions}`),
    ...warnings.map(({ detail }) => `warning: ${printable(detail)}`),
    ...benchmarks.flatMap((benchmark) => ['', benchmarkTable(benchmark)]),
    '',
  ].join('\n');
}

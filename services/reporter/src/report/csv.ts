import type { Control, Evidence, FailedTarget, Result, TargetDocument } from '@cis-scan/contracts';
import { stringify } from 'csv-stringify/sync';
import type { ReportModel } from './model.ts';
import { bounded, shown, visible, visibleJson } from './text.ts';

/** The columns of report.csv, in order. Public: a column may be added at the end, none renamed or moved. */
export const CSV_COLUMNS = [
  'requestId',
  'target',
  'provider',
  'benchmark',
  'control',
  'title',
  'level',
  'assessment',
  'confidence',
  'check',
  /** Of the resource; of the control where it has no resources. */
  'verdict',
  'controlVerdict',
  'region',
  'resource',
  'cause',
  'reason',
  /** JSON: the evidence of the row, as in report.json. */
  'evidence',
] as const;

type Row = Partial<Record<(typeof CSV_COLUMNS)[number], string | null>>;

/** A spreadsheet's cell holds 32,767 characters. */
const CELL_CHARACTERS = 30_000;

/**
 * The report as CSV, in pieces that end at line ends: one row per target, benchmark, control and resource.
 *
 * UTF-8 without byte order mark (a mark would become part of the first column's name for most readers), lines end
 * with a line feed, and no cell holds one. Cells that a spreadsheet would take for a formula get a leading `'`.
 * A control without resources has one row, a failed target one row without benchmark.
 */
export async function* renderCsv({ report }: ReportModel): AsyncGenerator<string> {
  yield lines([Object.fromEntries(CSV_COLUMNS.map((column) => [column, column]))]);
  for (const target of report.targets) {
    const own: Row = { requestId: report.requestId, target: target.target.account, provider: target.target.provider };
    if ('error' in target) yield lines([{ ...own, ...failedRow(target) }]);
    else yield* documentLines(target, own);
  }
}

function* documentLines(document: TargetDocument, own: Row): Generator<string> {
  for (const { id, controls } of document.benchmarks) {
    for (const control of controls) {
      const shared: Row = { ...own, benchmark: id, ...controlCells(control) };
      const none: Row = { verdict: control.verdict, reason: visible(bounded(control.reason, CELL_CHARACTERS)) };
      if (control.resources.length === 0) yield lines([{ ...shared, ...none }]);
      else yield lines(control.resources.map((result) => ({ ...shared, ...resultCells(result) })));
    }
  }
}

function failedRow({ error }: FailedTarget): Row {
  const reason = `The scan of this target failed (${error.reason}): ${error.detail}`;
  return { verdict: 'not-assessed', cause: 'failed', reason: shown(reason, CELL_CHARACTERS) };
}

function controlCells({ control, title, level, assessment, confidence, check, verdict }: Control): Row {
  return { control, title, level, assessment, confidence, check, controlVerdict: verdict };
}

function resultCells({ verdict, region, id, cause, reason, evidence }: Result): Row {
  return {
    verdict,
    region: region === null ? null : shown(region),
    resource: shown(id, CELL_CHARACTERS),
    cause,
    reason: shown(reason, CELL_CHARACTERS),
    evidence: evidenceCell(evidence),
  };
}

/** Cut JSON would be no JSON: what does not fit a cell keeps its sources and times and says where the fields are. */
function evidenceCell(evidence: readonly Evidence[]): string {
  const whole = visibleJson(evidence);
  if (whole.length <= CELL_CHARACTERS) return whole;
  const sources = evidence.slice(0, 50).map(({ source, readAt }) => ({
    source: bounded(source),
    readAt: bounded(readAt),
    fields: { '…': 'see report.json' },
  }));
  return visibleJson(sources);
}

function lines(rows: readonly Row[]): string {
  return stringify([...rows], { columns: [...CSV_COLUMNS], escape_formulas: true, record_delimiter: '\n' });
}

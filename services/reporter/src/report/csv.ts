import type { ReportModel } from './model.ts';

/** The report as CSV, in pieces that end at line ends. */
export async function* renderCsv(model: ReportModel): AsyncGenerator<string> {
  yield `${model.report.requestId}\n`;
}

import type { ReportModel } from './model.ts';

/** report.json: the contract's Report, on one line. */
export function renderJson(model: ReportModel): string {
  return `${JSON.stringify(model.report)}\n`;
}

import { buildModel, renderCsv, renderHtml, renderJson, type ScanOutcome } from './report/index.ts';
import type { ReportTexts } from './store.ts';

/** The three files of a report. @throws DocumentError where the findings of a target do not make a whole document */
export function render(outcome: ScanOutcome, generatedAt: string): ReportTexts {
  const model = buildModel(outcome, generatedAt);
  return { html: renderHtml(model), csv: renderCsv(model), json: renderJson(model) };
}

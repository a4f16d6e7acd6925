import type { ReportModel } from '../model.ts';

/** The report as one self-contained HTML file. */
export function renderHtml(model: ReportModel): string {
  return `<!doctype html><title>${model.generatedAt}</title>`;
}

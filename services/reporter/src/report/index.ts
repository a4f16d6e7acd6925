export { buildModel, type CheckWords, type CompletedTarget, type ReportModel, type ScanOutcome } from './model.ts';
export { renderCsv } from './csv.ts';
export { renderHtml } from './html/render.ts';
export { renderJson } from './json.ts';
export { renderMail, type MailOptions, type RenderedMail, type ReportLinks } from './mail/render.ts';

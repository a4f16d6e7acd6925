import type { ReportModel } from '../model.ts';

/** Where the stored report can be fetched; http or https. */
export interface ReportLinks {
  readonly html: string;
  readonly csv: string;
  readonly json: string;
  /** When the links stop working, ISO 8601 UTC; null if they don't. */
  readonly expiresAt: string | null;
}

export interface MailOptions {
  readonly recipient: string;
  /** null where the report is attached only. */
  readonly links: ReportLinks | null;
  /** Names of the attached files, in order; may be empty. */
  readonly attached: readonly string[];
}

/** The parts of a mail; headers, attachments and sending are the delivery's. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** The mail of one recipient: a summary per target, never the evidence. */
export function renderMail(model: ReportModel, options: MailOptions): RenderedMail {
  return {
    subject: `CIS scan report ${model.report.requestId}`,
    html: `<p>${options.attached.length} files</p>`,
    text: `${options.attached.length} files`,
  };
}

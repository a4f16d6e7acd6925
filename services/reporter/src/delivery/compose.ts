import { createHash } from 'node:crypto';
import type { MailItem, ScanItems, StoredReport } from '@cis-scan/scan-table';
import type { Context } from '../context.ts';
import { publishedFindings } from '../findings.ts';
import { decidedAt, scanOutcome } from '../outcome.ts';
import { buildModel, renderMail } from '../report/index.ts';

/** Both attachments together, in bytes as stored. Beyond it the mail holds links only. */
export const ATTACHED_BYTES = 10_000_000;
/** How long the links of a mail work, in seconds. Seven days is the most that a signed address can say. */
const LINK_SECONDS = 7 * 24 * 3600;

export interface Letter {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: Buffer;
  }[];
}

/** The id by which mail servers know a copy again: one per scan and recipient, the same at every try. */
export function messageIdOf(mail: Pick<MailItem, 'scanId' | 'recipientId'>, fromAddress: string): string {
  const id = createHash('sha256')
    .update(JSON.stringify([mail.scanId, mail.recipientId]))
    .digest('hex')
    .slice(0, 32);
  return `<${id}@${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)}>`;
}

/** The letter to one recipient: a summary of what the events told, and the stored report attached or linked. */
export async function compose(
  context: Context,
  items: ScanItems,
  report: StoredReport,
  mail: MailItem,
  fromAddress: string,
): Promise<Letter> {
  const { store } = context;
  const outcome = await scanOutcome(items, (attempt) => publishedFindings(store, attempt));
  const model = buildModel(outcome, decidedAt(items));
  const name = `cis-scan-${items.request.requestId.replaceAll(':', '-')}`;
  const fits = report.html.bytes + report.csv.bytes <= ATTACHED_BYTES;
  const attachments = fits
    ? [
        { filename: `${name}.html`, contentType: 'text/html; charset=utf-8', file: report.html },
        { filename: `${name}.csv`, contentType: 'text/csv; charset=utf-8', file: report.csv },
      ]
    : [];
  const links = fits ? null : await linksTo(context, report, name);
  const rendered = renderMail(model, {
    recipient: mail.email,
    links,
    attached: attachments.map(({ filename }) => filename),
  });
  return {
    to: mail.email,
    messageId: messageIdOf(mail, fromAddress),
    ...rendered,
    attachments: await Promise.all(
      attachments.map(async ({ filename, contentType, file }) => ({
        filename,
        contentType,
        content: Buffer.from(await store.readReport(file)),
      })),
    ),
  };
}

async function linksTo({ store, now }: Context, report: StoredReport, name: string) {
  const [html, csv, json] = await Promise.all(
    (['html', 'csv', 'json'] as const).map((format) => store.linkTo(report[format], `${name}.${format}`, LINK_SECONDS)),
  );
  if (!html || !csv || !json) throw new Error('a link is missing');
  return { html, csv, json, expiresAt: new Date(now().getTime() + LINK_SECONDS * 1000).toISOString() };
}

import type { ReportModel } from '../model.ts';
import { visible } from '../text.ts';
import { count, DISCLAIMER, moment } from '../words.ts';
import { fill, type Filling } from './fill.ts';
import type { MailLines } from './lines.ts';
import { targetLines } from './summary.ts';
import { TEMPLATE } from './template.ts';
import { renderText } from './text.ts';

/** Mail programs cut a mail at about 100 KB; a target takes about 10. */
const SHOWN_TARGETS = 8;

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
  /** One line; names the request and nothing of the result. */
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/**
 * The mail of one recipient: a summary per target, never a resource or evidence; those are in the report.
 * @throws TypeError where a link is not http or https
 */
export function renderMail(model: ReportModel, options: MailOptions): RenderedMail {
  const { requestId, createdAt, targets } = model.report;
  const lines: MailLines = {
    requestId: visible(requestId),
    createdAt: moment(createdAt),
    targets: targets.slice(0, SHOWN_TARGETS).map(targetLines),
    more: moreTargets(targets.slice(SHOWN_TARGETS)),
    where: whereToRead(options),
    links: linksOf(options.links),
    footer: `Sent to ${visible(options.recipient)}, because the request named this address. ${DISCLAIMER}`,
  };
  return {
    subject: `CIS scan report ${lines.requestId}`,
    html: fill(TEMPLATE, filling(lines)),
    text: renderText(lines),
  };
}

function moreTargets(rest: ReportModel['report']['targets']): string {
  if (rest.length === 0) return '';
  const failed = rest.filter((target) => 'error' in target).length;
  return `${count(rest.length, 'more target')} in the report${failed === 0 ? '' : `, of which ${failed} failed`}.`;
}

function whereToRead({ links, attached }: MailOptions): string {
  const parts: string[] = [];
  if (attached.length > 0) parts.push(`Attached: ${attached.join(', ')}.`);
  if (links !== null) {
    parts.push(attached.length > 0 ? 'It can also be fetched here' : 'The report can be fetched here');
    parts.push(links.expiresAt === null ? ':' : `(until ${moment(links.expiresAt)}):`);
  }
  return parts.length === 0
    ? 'The report is kept; ask for it with the request id.'
    : parts.join(' ').replace(' :', ':');
}

function linksOf(links: ReportLinks | null): MailLines['links'] {
  if (links === null) return [];
  const named = { 'Report (HTML)': links.html, 'Rows (CSV)': links.csv, 'Data (JSON)': links.json };
  return Object.entries(named).map(([name, url]) => {
    const address = new URL(url);
    if (!/^https?:$/.test(address.protocol)) throw new TypeError(`a link to the ${name} is not http or https`);
    return { name, url: address.href };
  });
}

function filling({ requestId, createdAt, targets, more, where, links, footer }: MailLines): Filling {
  return {
    slots: { requestId, createdAt, where, footer },
    blocks: {
      target: targets.map(({ target, about, error, benchmarks }) => ({
        slots: { target, about },
        blocks: {
          error: error === null ? [] : [{ slots: { error } }],
          benchmark: benchmarks.map(({ worst, ...slots }) => ({
            slots,
            blocks: { worst: worst.map((control) => ({ slots: control })) },
          })),
        },
      })),
      more: more === '' ? [] : [{ slots: { more } }],
      link: links.map((link) => ({ slots: link })),
    },
  };
}

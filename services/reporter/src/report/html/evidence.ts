import type { Evidence } from '@cis-scan/contracts';
import { shown, visibleJson } from '../text.ts';
import { exactMoment } from '../words.ts';
import { html, type Markup } from './markup.ts';

/** How much evidence one row shows; the rest is in report.csv and report.json. */
const SHOWN_SOURCES = 8;
const SHOWN_FIELDS = 20;

/** The fields that decided, the operation they came from and when it was asked. */
export function evidenceList(evidence: readonly Evidence[]): Markup {
  const more = evidence.length - SHOWN_SOURCES;
  return html`${evidence.slice(0, SHOWN_SOURCES).map(one)}
  ${more > 0 ? html`<div class="evidence">… and ${more} more readings</div>` : null}`;
}

function one({ source, readAt, fields }: Evidence): Markup {
  const entries = Object.entries(fields);
  const more = entries.length - SHOWN_FIELDS;
  return html`<div class="evidence">
    <code>${shown(source)}</code> read <span class="at">${shown(exactMoment(readAt))}</span>
    ${entries
      .slice(0, SHOWN_FIELDS)
      .map(([name, value]) => html`<span class="fields"><b>${shown(name)}</b>: ${fieldValue(value)}</span>`)}
    ${more > 0 ? html`<span class="fields">… and ${more} more fields</span>` : null}
  </div>`;
}

function fieldValue(value: unknown): string {
  return shown(typeof value === 'string' ? value : visibleJson(value));
}

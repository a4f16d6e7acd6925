import { VERDICTS } from '@cis-scan/contracts';
import type { Control, Result, Verdict } from '@cis-scan/contracts';
import { shown } from '../text.ts';
import { CAUSE_WORDS, count, VERDICT_WORDS } from '../words.ts';
import { evidenceList } from './evidence.ts';
import { html, type Markup } from './markup.ts';

/** Rows that one control shows, worst first; all of them are in report.csv and report.json. */
export const SHOWN_ROWS = 200;
/** Of those in order a few are enough to see what was looked at. */
export const SHOWN_IN_ORDER = 50;

/** The resources of a control, one table per verdict; those in order are folded away. */
export function resourceTables(control: Control): Markup {
  const inOrder = control.resources.filter(({ verdict }) => isInOrder(verdict));
  const others = control.resources.filter(({ verdict }) => !isInOrder(verdict));
  const rows = [...others.slice(0, SHOWN_ROWS), ...inOrder.slice(0, SHOWN_IN_ORDER)];
  const total = Object.values(control.counts).reduce((sum, n) => sum + n, 0);
  return html`${VERDICTS.map((verdict) => ofVerdict(control, verdict, rows))}
  ${
    total > rows.length
      ? html`<p class="small muted">
          ${count(rows.length, 'row')} of ${count(total, 'row')} shown, worst first. All of them are in report.csv and
          report.json.
        </p>`
      : null
  }`;
}

/** Says whether nothing has to be done or decided. */
export function isInOrder(verdict: Verdict): boolean {
  return verdict === 'pass' || verdict === 'not-applicable';
}

function ofVerdict(control: Control, verdict: Verdict, rows: readonly Result[]): Markup | null {
  const own = rows.filter((row) => row.verdict === verdict);
  if (own.length === 0) return null;
  const caption = `${VERDICT_WORDS[verdict]}: ${count(control.counts[verdict], 'resource')}`;
  if (isInOrder(verdict)) {
    return html`<details>
      <summary>${caption}</summary>
      ${table(
        own,
        html`<caption hidden>
          ${caption}
        </caption>`,
      )}
    </details>`;
  }
  return table(
    own,
    html`<caption>
      ${caption}
    </caption>`,
  );
}

function table(rows: readonly Result[], caption: Markup): Markup {
  // Rows about an account, a user or a tenant have no region; an empty column would only take their room.
  const regional = rows.some(({ region }) => region !== null);
  return html`<table class="rows">
    ${caption}
    <thead>
      <tr>
        <th class="resource" scope="col">Resource</th>
        ${regional ? html`<th class="region" scope="col">Region</th>` : null}
        <th scope="col">Reason and evidence</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => tableRow(row, regional))}
    </tbody>
  </table>`;
}

function tableRow({ id, region, cause, reason, evidence }: Result, regional: boolean): Markup {
  return html`<tr>
    <td class="id">${shown(id)}</td>
    ${regional ? html`<td>${region === null ? '–' : shown(region)}</td>` : null}
    <td>
      ${shown(reason)}${cause === null ? null : html` <span class="muted">(${CAUSE_WORDS[cause]})</span>`}
      ${evidenceList(evidence)}
    </td>
  </tr>`;
}

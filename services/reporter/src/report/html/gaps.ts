import type { TargetDocument } from '@cis-scan/contracts';
import { gapsOf, type ClosedRegions, type ControlRef } from '../gaps.ts';
import { CAUSE_WORDS, count } from '../words.ts';
import { controlAnchor, gapsAnchor } from './anchors.ts';
import { html, type Markup } from './markup.ts';

/** What could not be read of a target, by what would mend it; null where everything was read. */
export function gapsPanel(index: number, document: TargetDocument): Markup | null {
  const { closed, rights, causes } = gapsOf(document);
  if (closed === null && rights.length === 0 && causes.length === 0) return null;
  const several = document.benchmarks.length > 1;
  const links = (refs: readonly ControlRef[]): Markup[] => refs.map((ref, i) => link(index, ref, several, i > 0));
  return html`<section class="panel" id="${gapsAnchor(index)}">
    <h3>What could not be read</h3>
    <p>Nothing here counts as a pass or a fail. It lowers the coverage until it can be read.</p>
    ${
      rights.length === 0
        ? null
        : html`<h4>Rights to add</h4>
            <table>
              <thead>
                <tr>
                  <th scope="col">Right</th>
                  <th scope="col">Tells more about</th>
                </tr>
              </thead>
              <tbody>
                ${rights.map(
                  ({ right, controls }) =>
                    html`<tr>
                      <td><code>${right}</code></td>
                      <td>${links(controls)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
    }
    ${closed === null ? null : closedPanel(closed, links(closed.controls))}
    ${
      causes.length === 0
        ? null
        : html`<h4>Other reasons</h4>
            <table>
              <thead>
                <tr>
                  <th scope="col">Reason</th>
                  <th scope="col" class="number">Rows</th>
                  <th scope="col">Controls</th>
                </tr>
              </thead>
              <tbody>
                ${causes.map(
                  ({ cause, resources, controls }) =>
                    html`<tr>
                      <td>${cause === null ? 'no reason given' : CAUSE_WORDS[cause]}</td>
                      <td class="number">${resources}</td>
                      <td>${links(controls)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
    }
  </section>`;
}

function closedPanel({ regions, open }: ClosedRegions, controls: readonly Markup[]): Markup {
  return html`<h4>Regions closed by the organisation</h4>
    <p>
      A service control policy refuses every call in ${count(regions.length, 'region')}: ${regions.join(', ')}. No right
      in the account opens them. It concerns ${controls}.
    </p>
    ${open === null ? null : html`<p>To leave them out, ask with: <code>${asRegions(open)}</code></p>`}`;
}

/** The member of a request's target that names these regions. */
function asRegions(regions: readonly string[]): string {
  return `"regions": [${regions.map((region) => JSON.stringify(region)).join(', ')}]`;
}

function link(index: number, { benchmark, control }: ControlRef, several: boolean, separate: boolean): Markup {
  const label = several ? `${benchmark} ${control}` : control;
  return html`${separate ? ', ' : ''}<a href="#${controlAnchor(index, benchmark, control)}">${label}</a>`;
}

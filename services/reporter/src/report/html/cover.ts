import type { BenchmarkResult, FailedTarget, TargetDocument } from '@cis-scan/contracts';
import { benchmarkName } from '../benchmarks.ts';
import { coverageInWords, reportedInWords, scoreInWords } from '../figures.ts';
import { shown } from '../text.ts';
import { moment, percent, scope, targetName } from '../words.ts';
import { benchmarkAnchor, targetAnchor } from './anchors.ts';
import { legend, verdictBar } from './bar.ts';
import { html, type Markup } from './markup.ts';

/** The cover: per target what was asked, when, and how it stands; score and coverage always side by side. */
export function cover(targets: readonly (TargetDocument | FailedTarget)[]): Markup {
  return html`<section id="summary" aria-labelledby="summary-h">
    <h2 id="summary-h">Summary</h2>
    <div class="cards">${targets.map((target, index) => card(target, index))}</div>
  </section>`;
}

function card(target: TargetDocument | FailedTarget, index: number): Markup {
  const { name, cloud, startedAt } = target.target;
  return html`<div class="card">
    <h3><a href="#${targetAnchor(index)}">${targetName(target)}</a></h3>
    <dl class="facts">
      ${
        name === null
          ? null
          : html`<dt>Name</dt>
              <dd>${shown(name)}</dd>`
      }
      <dt>Cloud</dt>
      <dd>${cloud}</dd>
      <dt>Scope</dt>
      <dd>${scope(target)}</dd>
      <dt>Scan started</dt>
      <dd>${moment(startedAt)}</dd>
    </dl>
    ${
      'error' in target
        ? html`<p class="failed">
            <b>The scan of this target failed (${target.error.reason}).</b> ${shown(target.error.detail)}
          </p>`
        : target.benchmarks.map((benchmark) => figures(index, benchmark))
    }
  </div>`;
}

function figures(index: number, benchmark: BenchmarkResult): Markup {
  const { id, counts, score, coverage, levels } = benchmark;
  const reported = reportedInWords(benchmark);
  return html`<div class="benchmark">
    <p><b>${benchmarkName(id)}</b></p>
    <div class="figures">
      <div class="figure">
        <span class="muted">Score</span><b>${percent(score)}</b>
        <span class="small muted">${scoreInWords(benchmark)}</span>
      </div>
      <div class="figure">
        <span class="muted">Coverage</span><b>${percent(coverage)}</b>
        <span class="small muted">${coverageInWords(benchmark)}</span>
      </div>
    </div>
    ${verdictBar(`${benchmarkAnchor(index, id)}-all`, 'Controls by verdict', counts)} ${legend(counts)}
    ${reported === null ? null : html`<p class="small">${reported}</p>`}
    <table class="levels">
      <thead>
        <tr>
          <th scope="col">Level</th>
          <th scope="col" class="number">Score</th>
          <th scope="col" class="number">Coverage</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(levels).map(
          ([level, share]) =>
            html`<tr>
              <td>${level}</td>
              <td class="number">${percent(share.score)}</td>
              <td class="number">${percent(share.coverage)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

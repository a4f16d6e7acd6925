import type { BenchmarkResult, FailedTarget, TargetDocument } from '@cis-scan/contracts';
import { benchmarkName, chapterName } from '../benchmarks.ts';
import { chaptersOf, type Chapter } from '../chapters.ts';
import { failures } from '../failures.ts';
import type { ReportModel } from '../model.ts';
import { shown } from '../text.ts';
import { count, scope, targetName } from '../words.ts';
import { benchmarkAnchor, chapterAnchor, controlAnchor, targetAnchor } from './anchors.ts';
import { countsInWords, verdictBar } from './bar.ts';
import { confidenceMark, controlArticle } from './control.ts';
import { gapsPanel } from './gaps.ts';
import { html, type Markup } from './markup.ts';

/** Everything about one target: its warnings, what could not be read, and each benchmark chapter by chapter. */
export function targetSection(
  target: TargetDocument | FailedTarget,
  index: number,
  words: ReportModel['words'],
): Markup {
  const head = html`<h2>${targetName(target)}</h2>
    <p class="muted">The verdicts hold for ${scope(target)}.</p>`;
  if ('error' in target) {
    return html`<section class="target" id="${targetAnchor(index)}">
      <h2>${targetName(target)}</h2>
      <p class="failed">
        <b>The scan of this target failed (${target.error.reason}).</b> ${shown(target.error.detail)}
      </p>
      <p>It has no verdicts: nothing in this report speaks for it.</p>
    </section>`;
  }
  return html`<section class="target" id="${targetAnchor(index)}">
    ${head} ${warnings(target)} ${gapsPanel(index, target)}
    ${target.benchmarks.map((benchmark) => benchmarkSection(index, benchmark, words))}
  </section>`;
}

function warnings(document: TargetDocument): Markup | null {
  if (document.warnings.length === 0) return null;
  return html`<section class="panel">
    <h3>Warnings</h3>
    <ul class="warnings">
      ${document.warnings.map(
        ({ detail, missing }) =>
          html`<li>
            ${shown(detail)} ${missing.map((right, i) => html`${i === 0 ? '' : ', '}<code>${right}</code>`)}
          </li>`,
      )}
    </ul>
  </section>`;
}

function benchmarkSection(index: number, benchmark: BenchmarkResult, words: ReportModel['words']): Markup {
  const chapters = chaptersOf(benchmark.controls);
  return html`<section id="${benchmarkAnchor(index, benchmark.id)}">
    <h3>${benchmarkName(benchmark.id)}</h3>
    <div class="chapters">
      ${chapters.map(
        ({ chapter, counts }) =>
          html`<div>
              <a href="#${chapterAnchor(index, benchmark.id, chapter)}"
                >${chapter} ${chapterName(benchmark.id, chapter)}</a
              >
              <span class="small muted">${countsInWords(counts)}</span>
            </div>
            ${verdictBar(`${chapterAnchor(index, benchmark.id, chapter)}-bar`, `Chapter ${chapter} by verdict`, counts)}`,
      )}
    </div>
    ${failureTable(index, benchmark)} ${chapters.map((chapter) => chapterSection(index, benchmark.id, chapter, words))}
  </section>`;
}

function failureTable(index: number, benchmark: BenchmarkResult): Markup {
  const failed = failures(benchmark);
  if (failed.length === 0) return html`<p>No control failed.</p>`;
  return html`<table>
    <caption>
      ${count(failed.length, 'failed control')}, level 1 first
    </caption>
    <thead>
      <tr>
        <th scope="col">Control</th>
        <th scope="col">Level</th>
        <th scope="col" class="number">Failing resources</th>
      </tr>
    </thead>
    <tbody>
      ${failed.map(
        (control) =>
          html`<tr>
            <td>
              <a href="#${controlAnchor(index, benchmark.id, control.control)}">${control.control} ${control.title}</a
              >${confidenceMark(control)}
            </td>
            <td>${control.level}</td>
            <td class="number">${control.counts.fail}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function chapterSection(
  index: number,
  benchmark: string,
  { chapter, controls }: Chapter,
  words: ReportModel['words'],
): Markup {
  return html`<section class="chapter" id="${chapterAnchor(index, benchmark, chapter)}">
    <h4>${chapter} ${chapterName(benchmark, chapter)}</h4>
    ${controls.map((control) =>
      controlArticle(controlAnchor(index, benchmark, control.control), control, words.get(control.check)),
    )}
  </section>`;
}

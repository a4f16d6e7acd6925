import type { FailedTarget, TargetDocument } from '@cis-scan/contracts';
import { benchmarkName, chapterName } from '../benchmarks.ts';
import { chaptersOf } from '../chapters.ts';
import { targetName } from '../words.ts';
import { benchmarkAnchor, chapterAnchor, targetAnchor } from './anchors.ts';
import { html, type Markup } from './markup.ts';

/** Table of contents: targets, their benchmarks, their chapters. */
export function contents(targets: readonly (TargetDocument | FailedTarget)[]): Markup {
  return html`<nav aria-labelledby="contents-h">
    <h2 id="contents-h">Contents</h2>
    <ul>
      <li><a href="#summary">Summary</a></li>
      ${targets.map(
        (target, index) =>
          html`<li>
            <a href="#${targetAnchor(index)}">${targetName(target)}</a>
            ${'error' in target ? null : benchmarks(target, index)}
          </li>`,
      )}
      <li><a href="#notes">Notes</a></li>
    </ul>
  </nav>`;
}

function benchmarks(document: TargetDocument, index: number): Markup {
  return html`<ul>
    ${document.benchmarks.map(
      ({ id, controls }) =>
        html`${
          document.benchmarks.length > 1
            ? html`<li><a href="#${benchmarkAnchor(index, id)}">${benchmarkName(id)}</a></li>`
            : null
        }
        ${chaptersOf(controls).map(
          ({ chapter }) =>
            html`<li><a href="#${chapterAnchor(index, id, chapter)}">${chapter} ${chapterName(id, chapter)}</a></li>`,
        )}`,
    )}
  </ul>`;
}

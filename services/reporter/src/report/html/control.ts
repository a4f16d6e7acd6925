import type { Control, Verdict } from '@cis-scan/contracts';
import type { CheckWords } from '../model.ts';
import { BASIS_WORDS, VERDICT_WORDS } from '../words.ts';
import { CONFIDENCE_NOTE } from './anchors.ts';
import { html, type Markup } from './markup.ts';
import { isInOrder, resourceTables } from './resources.ts';

const SIGNS: Readonly<Record<Verdict, string>> = {
  fail: '✕',
  'not-assessed': '?',
  manual: '◐',
  pass: '✓',
  'not-applicable': '–',
};

/** A verdict in words; the sign and the colour only repeat it. */
export function badge(verdict: Verdict): Markup {
  return html`<span class="badge ${verdict}"
    ><span aria-hidden="true">${SIGNS[verdict]}</span> ${VERDICT_WORDS[verdict]}</span
  >`;
}

/** The mark of a row whose number, level or label rests on less than the published benchmark. */
export function confidenceMark({ confidence }: Pick<Control, 'confidence'>): Markup | null {
  if (confidence === 'confirmed') return null;
  return html`<sup><a href="#${CONFIDENCE_NOTE}" aria-label="numbering ${confidence}, see note">†</a></sup>`;
}

/** One control: what was asked, the verdict with its reason, why it matters, how to mend it, and the resources. */
export function controlArticle(anchor: string, control: Control, words: CheckWords | undefined): Markup {
  return html`<article class="control ${control.verdict}" id="${anchor}">
    <header>
      <h5>${control.control}${confidenceMark(control)} ${control.title}</h5>
      ${badge(control.verdict)}
    </header>
    <p class="meta">${meta(control)}</p>
    <p class="reason">${control.reason}</p>
    ${
      control.suggested === null
        ? null
        : html`<p>The evidence suggests: <b>${control.suggested}</b>. A person has to decide.</p>`
    }
    ${
      control.missing.length === 0
        ? null
        : html`<p>
            Rights that were refused:
            ${control.missing.map((right, i) => html`${i === 0 ? '' : ', '}<code>${right}</code>`)}
          </p>`
    }
    ${
      words === undefined
        ? null
        : isInOrder(control.verdict)
          ? html`<details class="words">
              <summary>Why it matters</summary>
              ${advice(words)}
            </details>`
          : advice(words)
    }
    ${resourceTables(control)}
  </article>`;
}

function advice({ why, fix }: CheckWords): Markup {
  return html`<dl class="advice">
    <dt>Why</dt>
    <dd>${why}</dd>
    <dt>Fix</dt>
    <dd>${fix}</dd>
  </dl>`;
}

function meta({ level, assessment, basis, check }: Control): Markup {
  return html`Level ${level} · labelled ${assessment}${basis === null ? '' : ` · ${BASIS_WORDS[basis]}`} ·
    <code>${check}</code>`;
}

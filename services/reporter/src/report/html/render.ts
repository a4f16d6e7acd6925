import type { ReportModel } from '../model.ts';
import { DISCLAIMER, moment } from '../words.ts';
import { CONFIDENCE_NOTE } from './anchors.ts';
import { contents } from './contents.ts';
import { cover } from './cover.ts';
import { html, type Markup } from './markup.ts';
import { STYLE } from './style.ts';
import { targetSection } from './target.ts';

/** Nothing may be loaded and nothing may run, wherever the file is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Only our own templates hold line breaks (what was read has none), so taking the indentation away touches nothing else. */
const INDENTATION = /\n\s+/g;

/** The report as one self-contained HTML file: no script, no request; for screens of any width, dark mode and A4. */
export function renderHtml({ report, words, generatedAt }: ReportModel): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <title>CIS scan report ${report.requestId}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <a class="skip" href="#summary">Skip to the summary</a>
        <div class="layout">
          <header class="masthead">
            <h1>CIS Foundations Benchmark report</h1>
            <p class="muted">
              Request ${report.requestId} · asked ${moment(report.createdAt)} · report made ${moment(generatedAt)}
            </p>
          </header>
          ${contents(report.targets)}
          <main>
            ${cover(report.targets)} ${report.targets.map((target, index) => targetSection(target, index, words))}
            ${notes()}
          </main>
          <footer><p>${DISCLAIMER}</p></footer>
        </div>
      </body>
    </html> `.source.replace(INDENTATION, '\n');
}

function notes(): Markup {
  return html`<section id="notes">
    <h2>Notes</h2>
    <p>
      <b>Score</b> is pass ÷ (pass + fail). <b>Coverage</b> is (pass + fail + not applicable) ÷ all controls: the share
      that the score can speak for. Read them together.
    </p>
    <p>
      <b>Not assessed</b> means that something could not be read; it is neither a pass nor a fail. <b>Manual</b> means
      that a person decides; the evidence is shown. The label (automated, manual) is the benchmark's and does not change
      a verdict.
    </p>
    <p id="${CONFIDENCE_NOTE}">
      <b>†</b> The number, level or label of this row could not be confirmed from the published benchmark. What was
      checked and found is not affected.
    </p>
  </section>`;
}

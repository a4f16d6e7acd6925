import { VERDICTS } from '@cis-scan/contracts';
import type { Counts, Verdict } from '@cis-scan/contracts';
import { VERDICT_WORDS } from '../words.ts';
import { html, type Markup } from './markup.ts';

const WIDTH = 600;
const HEIGHT = 12;

/** The verdicts that occur, worst first, with their numbers. */
function present(counts: Counts): readonly { verdict: Verdict; n: number }[] {
  return VERDICTS.map((verdict) => ({ verdict, n: counts[verdict] })).filter(({ n }) => n > 0);
}

/** '3 fail, 1 not assessed, 8 pass'. */
export function countsInWords(counts: Counts): string {
  const parts = present(counts).map(({ verdict, n }) => `${n} ${VERDICT_WORDS[verdict].toLowerCase()}`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

/**
 * A stacked bar of verdicts as inline SVG. What it shows is also said: in its title and description for those who
 * cannot see it, and by the caller in text beside it.
 * @param id unique in the page
 */
export function verdictBar(id: string, label: string, counts: Counts): Markup {
  const parts = present(counts);
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  let x = 0;
  const segments = parts.map(({ verdict, n }) => {
    const width = (n / total) * WIDTH;
    const segment = html`<rect
      class="${verdict}"
      x="${x.toFixed(2)}"
      y="0"
      width="${Math.max(width - 1.5, 0.5).toFixed(2)}"
      height="${HEIGHT}"
    />`;
    x += width;
    return segment;
  });
  return html`<svg
    class="bar"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    preserveAspectRatio="none"
    role="img"
    aria-labelledby="${id}-t ${id}-d"
  >
    <title id="${id}-t">${label}</title>
    <desc id="${id}-d">${countsInWords(counts)}</desc>
    ${segments}
  </svg>`;
}

/** The numbers of a bar in text, each with its colour and name. */
export function legend(counts: Counts): Markup {
  return html`<ul class="legend">
    ${present(counts).map(
      ({ verdict, n }) =>
        html`<li>
          <span class="dot ${verdict}" aria-hidden="true"></span>${n} ${VERDICT_WORDS[verdict].toLowerCase()}
        </li>`,
    )}
  </ul>`;
}

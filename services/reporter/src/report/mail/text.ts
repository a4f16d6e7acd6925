import { shown } from '../text.ts';
import type { BenchmarkLines, MailLines, TargetLines } from './lines.ts';

/** The text part of a mail: the same lines as the HTML part. */
export function renderText({ requestId, createdAt, targets, more, where, links, footer }: MailLines): string {
  const paragraphs = [
    `CIS scan report\nRequest ${requestId}, asked ${createdAt}`,
    ...targets.map(targetText),
    ...(more === '' ? [] : [more]),
    [where, ...links.map(({ name, url }) => `${name}: ${url}`)].join('\n'),
    `-- \n${footer}`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

function targetText({ target, about, error, benchmarks }: TargetLines): string {
  const title = shown(target);
  const head = `${title}\n${'='.repeat(title.length)}\n${shown(about)}`;
  return [head, ...(error === null ? [] : [shown(error, 2048)]), ...benchmarks.map(benchmarkText)].join('\n\n');
}

function benchmarkText(lines: BenchmarkLines): string {
  return [
    lines.benchmark,
    `  Score     ${lines.score} (${lines.scoreWords})`,
    `  Coverage  ${lines.coverage} (${lines.coverageWords})`,
    `  ${lines.counts}`,
    `  ${lines.worstHead}`,
    ...lines.worst.map(({ control, title, failing }) => {
      return `    ${control.padEnd(7)} ${shown(title)}${failing === '' ? '' : ` (${failing})`}`;
    }),
  ].join('\n');
}

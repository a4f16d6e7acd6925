/** Ids within the page. Built from positions and from characters that are safe in an id, never from names. */
export const targetAnchor = (target: number): string => `t${target}`;

export const benchmarkAnchor = (target: number, benchmark: string): string => `t${target}-${safe(benchmark)}`;

export const chapterAnchor = (target: number, benchmark: string, chapter: string): string =>
  `t${target}-${safe(benchmark)}-chapter-${safe(chapter)}`;

export const controlAnchor = (target: number, benchmark: string, control: string): string =>
  `t${target}-${safe(benchmark)}-${safe(control)}`;

export const gapsAnchor = (target: number): string => `t${target}-gaps`;

export const CONFIDENCE_NOTE = 'note-confidence';

function safe(part: string): string {
  return part.replace(/[^A-Za-z0-9.-]/g, '_');
}

import type { Control, Counts } from '@cis-scan/contracts';
import { countVerdicts } from '@cis-scan/document';
import { chapterOf } from './benchmarks.ts';

/** One chapter of a benchmark with its controls in order. */
export interface Chapter {
  readonly chapter: string;
  readonly controls: readonly Control[];
  readonly counts: Counts;
}

/** Cuts the controls of a benchmark, ordered by number, into its chapters. */
export function chaptersOf(controls: readonly Control[]): readonly Chapter[] {
  return [...Map.groupBy(controls, ({ control }) => chapterOf(control))].map(([chapter, own]) => ({
    chapter,
    controls: own,
    counts: countVerdicts(own),
  }));
}

const MOST = 20;

/** Names for a sentence or for evidence; of very many only the first, and how many more there are. */
export const named = (names: readonly string[]): readonly string[] =>
  names.length <= MOST ? names : [...names.slice(0, MOST), `${names.length - MOST} more`];

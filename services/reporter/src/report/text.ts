/** Longest piece of foreign text that a reader is shown, in characters; the whole of it is in report.json. */
export const SHOWN_CHARACTERS = 512;

// Control characters, line and paragraph separators, and all format characters: bidirectional overrides, zero-width
// joiners and spaces, soft hyphens, tags. Two names that differ in these only must not look alike.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Makes what cannot be seen visible: U+202E becomes ⟨U+202E⟩, a half surrogate the replacement character.
 * What comes out is one line, safe for a terminal, a mail header and a table cell (but not yet escaped for markup).
 */
export function visible(text: string): string {
  return text.toWellFormed().replace(INVISIBLE, codePoint);
}

function codePoint(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Cuts text at `limit` UTF-16 units, never inside a character, and says how many were left out. */
export function bounded(text: string, limit: number = SHOWN_CHARACTERS): string {
  if (text.length <= limit) return text;
  const lead = text.charCodeAt(limit - 1);
  const end = lead >= 0xd800 && lead <= 0xdbff ? limit - 1 : limit;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}

/** Foreign text as a reader is shown it: bounded, then made visible. */
export function shown(text: string, limit: number = SHOWN_CHARACTERS): string {
  return visible(bounded(text, limit));
}

/** JSON in which invisible characters are `\u` escapes: still the same value, on one line, nothing hidden. */
export function visibleJson(value: unknown): string {
  const json = JSON.stringify(value) ?? 'null';
  return json.replace(INVISIBLE, (character) =>
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}

// Names come from the scanned account: control characters move the cursor, direction marks rearrange what is read.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text that a terminal shows as it is: everything invisible is spelled out. */
export const printable = (text: string): string =>
  text.replace(HIDDEN, (hidden) => `\\u{${(hidden.codePointAt(0) ?? 0).toString(16)}}`);

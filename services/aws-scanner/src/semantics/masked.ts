/**
 * Personal data as a report may show it: enough for its owner to recognise it, too little for anybody else. An empty
 * text, or one of blanks only, is `null`: the field is not filled.
 */
type Mask = (text: string | undefined) => string | null;

const STARS = '***';
/** A word this short would be shown whole by its first letter, or nearly. */
const SHORT = 2;

const masking =
  (mask: (filled: string) => string): Mask =>
  (text) => {
    const filled = (text ?? '').trim();
    return filled === '' ? null : mask(filled);
  };

/** The first letter of each word (code points, so that no letter is cut in two). */
export const maskedWords: Mask = masking((filled) =>
  filled
    .split(/\s+/)
    .map((word) => {
      const letters = [...word];
      return letters.length > SHORT && !/\d/.test(word) ? `${letters[0]}${STARS}` : STARS;
    })
    .join(' '),
);

/** Nothing of it, only that there is something. */
export const maskedWhole: Mask = masking(() => STARS);

/** The last two digits of a phone number that has enough others to hide. */
export const maskedPhone: Mask = masking((filled) => {
  const digits = filled.replace(/\D/g, '');
  return digits.length >= 6 ? `${STARS}${digits.slice(-2)}` : STARS;
});

/** The first letter and the domain of a mail address; the domain tells a team's address from a private one. */
export const maskedEmail: Mask = masking((filled) => {
  const at = filled.lastIndexOf('@');
  if (at < 1) return STARS;
  const name = Array.from(filled.slice(0, at));
  return `${name.length > SHORT ? name[0] : ''}${STARS}${filled.slice(at)}`;
});

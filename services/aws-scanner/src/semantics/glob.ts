/** Any run of characters, the empty one included. */
const MANY = Symbol('many');
/** Exactly one character. */
const ONE = Symbol('one');

/** A text with wildcards, one symbol per character. */
export type Glob = readonly (string | typeof MANY | typeof ONE)[];

/** Text in which `*` stands for any run of characters (CloudWatch Logs filter patterns). */
export const starGlob = (text: string): Glob => [...text].map((c) => (c === '*' ? MANY : c));

/** Text in which `*` stands for any run of characters and `?` for one (policy resources). */
export const policyGlob = (text: string): Glob => [...text].map((c) => (c === '*' ? MANY : c === '?' ? ONE : c));

/** Text without wildcards: `*` and `?` are themselves. */
export const literal = (text: string): Glob => [...text];

const admits = (outer: Glob[number] | undefined, inner: Glob[number] | undefined): boolean =>
  outer !== undefined && inner !== undefined && (outer === ONE ? inner !== MANY : outer === inner);

/**
 * True only when every text that `inner` matches is matched by `outer` too. Never wrong when true; some twisted pairs (`?*` and `*?`) are
 * called false. Time is at most the product of the two lengths, whatever they hold: greedy matching needs no deeper backtracking.
 */
export function includes(outer: Glob, inner: Glob): boolean {
  let o = 0;
  let i = 0;
  let star = -1;
  let resume = 0;
  while (i < inner.length) {
    if (outer[o] === MANY) {
      star = o++;
      resume = i;
    } else if (admits(outer[o], inner[i])) {
      o++;
      i++;
    } else if (star >= 0) {
      o = star + 1;
      i = ++resume;
    } else return false;
  }
  while (outer[o] === MANY) o++;
  return o === outer.length;
}

/** Is there a text that both match? */
export function overlaps(a: Glob, b: Glob): boolean {
  // reachable[j]: what is left of `a` from the current symbol on can meet what is left of `b` from j on.
  let reachable = Array.from({ length: b.length + 1 }, () => false);
  for (let i = a.length; i >= 0; i--) {
    const row = Array.from({ length: b.length + 1 }, () => false);
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length && j === b.length) row[j] = true;
      else if (a[i] === MANY) row[j] = reachable[j] === true || (j < b.length && row[j + 1] === true);
      else if (b[j] === MANY) row[j] = row[j + 1] === true || (i < a.length && reachable[j] === true);
      else if (i < a.length && j < b.length) {
        row[j] = (a[i] === b[j] || a[i] === ONE || b[j] === ONE) && reachable[j + 1] === true;
      }
    }
    reachable = row;
  }
  return reachable[0] === true;
}

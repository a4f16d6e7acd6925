/**
 * A member that AWS documents as always there, and on which a verdict stands. An answer without it says nothing: that is
 * an error (and becomes a gap), never a default.
 */
export function told<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the answer does not tell ${what}`);
  return value;
}

/** The longest text that travels in an event, in characters. */
export const MAX_TEXT = 512;

const HIGH_SURROGATE = /[\ud800-\udbff]$/;

/** At most `limit` characters, never half of one; what was cut ends in an ellipsis. */
export function cutText(text: string, limit: number = MAX_TEXT): string {
  const whole = text.toWellFormed();
  if (whole.length <= limit) return whole;
  return `${whole.slice(0, limit - 1).replace(HIGH_SURROGATE, '')}…`;
}

/** Lists and records inside evidence end after so many entries, and after so many levels. */
const MAX_ENTRIES = 50;
const MAX_DEPTH = 6;

/** A value of evidence with every text, list and level bounded. Only what JSON can carry is left. */
export function cutValue(value: unknown, depth: number = MAX_DEPTH): unknown {
  if (typeof value === 'string') return cutText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object') return null;
  if (value instanceof Date) return value.toISOString();
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.slice(0, MAX_ENTRIES).map((item) => cutValue(item, depth - 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ENTRIES)
      .map(([name, item]) => [cutText(name), cutValue(item, depth - 1)]),
  );
}

/**
 * Cuts a list into batches of at most `count` items and `bytes` bytes together, in order. An item larger than `bytes` gets
 * a batch of its own; whether that is an error is for the caller to say.
 */
export function batches<T>(
  items: readonly T[],
  limits: { readonly count: number; readonly bytes: number },
  sizeOf: (item: T) => number,
): T[][] {
  const all: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const last = all.at(-1);
    if (last === undefined || last.length >= limits.count || size > room) {
      all.push([item]);
      room = limits.bytes - size;
    } else {
      last.push(item);
      room -= size;
    }
  }
  return all;
}

/** Length in bytes as sent. */
export const bytesOf = (text: string): number => Buffer.byteLength(text);

import type { Key } from './keys.ts';

/** The cursor is not one that we gave out. */
export class CursorError extends Error {
  constructor() {
    super('the cursor is not one of ours');
    this.name = 'CursorError';
  }
}

interface Place extends Key {
  readonly createdAt: string;
}

/** Where a listing of a caller's scans goes on. The caller is left out and put back by us: a cursor opens nobody else's list. */
export const writeCursor = ({ pk, sk, createdAt }: Place): string =>
  Buffer.from(JSON.stringify([pk, sk, createdAt])).toString('base64url');

/** @throws CursorError */
export function readCursor(cursor: string): Place {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new CursorError();
  }
  if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((part) => typeof part === 'string')) {
    throw new CursorError();
  }
  const [pk, sk, createdAt] = parts as [string, string, string];
  if (!pk.startsWith('SCAN#') || sk !== 'REQUEST') throw new CursorError();
  return { pk, sk, createdAt };
}

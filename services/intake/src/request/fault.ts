/** One thing wrong with a request: the field's path as the caller wrote it (`scan_input[0].access_input.arn`), and a sentence. */
export interface Fault {
  readonly path: string;
  readonly detail: string;
}

/** Longest name of a field that is repeated in an answer; the name is the caller's text. */
const LONGEST_NAME = 64;

const named = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);

/** The path of a member of what lies at `path`. */
export function member(path: string, name: string | number): string {
  if (typeof name === 'number') return `${path}[${name}]`;
  return path === '' ? named(name) : `${path}.${named(name)}`;
}

import { readFileSync } from 'node:fs';
import type { Call, Partition, Session } from '../aws.ts';

/** One call of a whole scan with what came back: the SDK's output, or the name of its error. */
export interface Taped {
  readonly call: Call;
  readonly place: string;
  readonly input: unknown;
  readonly output?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}
/** All calls of the scan of one account. */
export interface Tape {
  readonly account: string;
  readonly partition: Partition;
  readonly regions: readonly string[];
  /** When it was taped: the `now` under which its ages make sense. */
  readonly now: string;
  readonly calls: readonly Taped[];
}

/** Dates and bytes as JSON can hold them. */
export const packed = (value: unknown): unknown => {
  if (value instanceof Date) return { $date: value.toISOString() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(packed);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name, part]) => name !== '$metadata' && part !== undefined);
  return Object.fromEntries(kept.map(([name, part]) => [name, packed(part)]));
};

/** The reverse of `packed`. */
export const unpacked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unpacked);
  if (typeof value !== 'object' || value === null) return value;
  const { $date, $bytes } = value as { readonly $date?: string; readonly $bytes?: string };
  if ($date !== undefined) return new Date($date);
  if ($bytes !== undefined) return Buffer.from($bytes, 'base64');
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unpacked(part)]));
};

/** Tells calls apart. A bucket answers wherever it is asked: the SDK follows the redirect to its own region. */
export const callKey = (place: string, call: string, input: unknown): string =>
  JSON.stringify([call.startsWith('s3:') ? '' : place, call, packed(input)]);

export const readTape = (name: string): Tape =>
  JSON.parse(readFileSync(new URL(`./tapes/${name}.json`, import.meta.url), 'utf8')) as Tape;

/** Turns an answer into another one, or throws the error that shall come instead. */
export type Meddle = (taped: Taped, output: unknown) => unknown;

/** A session that answers from a tape, again and again; a call that was not taped is an error. */
export function playing(tape: Tape, meddle: Meddle = (_, output) => output): Session {
  const byKey = new Map(tape.calls.map((taped) => [callKey(taped.place, taped.call, taped.input), taped]));
  return {
    account: tape.account,
    partition: tape.partition,
    regions: tape.regions,
    ask: async (place, call, input) => {
      const taped = byKey.get(callKey(place, call, input));
      if (!taped) throw new Error(`the tape has no ${call} in ${place} for ${JSON.stringify(input)}`);
      const answer = (): unknown => {
        if (taped.error) throw Object.assign(new Error(taped.error.message), { name: taped.error.name });
        return unpacked(taped.output);
      };
      return meddle(taped, taped.error ? undefined : answer()) ?? answer();
    },
  };
}

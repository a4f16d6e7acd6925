import type { TargetHeader, Warning } from '@cis-scan/contracts';
import type { MailItem, RequestItem, StoredReport, TargetItem } from '@cis-scan/scan-table';
import type { Chunk } from '../store.ts';

/** An ATTEMPT as plain data. */
export interface AttemptData {
  readonly targetId: number;
  readonly attemptId: string;
  /** Sorted; with the faulty rule that counts instead of collecting, a number may stand twice. */
  got: number[];
  want: number | null;
  planned: number | null;
  answered: number;
  header: TargetHeader | null;
  warnings: readonly Warning[];
}

/** Everything that outlives a killed process, as plain data: the table, the store, and what the bus has been told. */
export interface World {
  request: RequestItem | null;
  state: { done: number[]; report: StoredReport | null; due: string | null } | null;
  targets: Record<number, TargetItem>;
  attempts: Record<string, AttemptData>;
  mails: MailItem[];
  chunks: Record<string, Chunk>;
  /** Stored report files by key. */
  files: Record<string, string>;
  announced: boolean;
}

/** Rules that were tempting and lose or falsify reports; the model must catch each. */
export interface Faults {
  /** Chunks are counted, not collected in a set. */
  readonly counter?: boolean;
  /** A target is closed without looking at the scan's STATE. */
  readonly closeUnconditioned?: boolean;
  /** The report is noted without looking at the outcomes that it was built from. */
  readonly reportUnconditioned?: boolean;
}

export const newWorld = (request: RequestItem): World => ({
  request,
  state: { done: [], report: null, due: request.deadline },
  targets: {},
  attempts: {},
  mails: [],
  chunks: {},
  files: {},
  announced: false,
});

/** One text per world, whatever the order in which its parts came to be. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => {
    if (inner instanceof Set) return ['set', ...[...(inner as Set<number>)].sort()];
    if (inner instanceof Map) return ['map', ...(inner as Map<unknown, unknown>)];
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

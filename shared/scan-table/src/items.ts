import type { BenchmarkSummary, Cloud, Provider, TargetHeader, Warning } from '@cis-scan/contracts';

/** One target as it was asked for; credentials are never part of it. */
export interface RequestedTarget {
  readonly targetId: number;
  readonly provider: Provider;
  readonly account: string;
  readonly cloud: Cloud;
  readonly name: string | null;
  readonly regions: readonly string[] | null;
  readonly benchmarks: readonly string[];
}

/** REQUEST, written once by intake. */
export interface RequestItem {
  readonly scanId: string;
  readonly caller: string;
  readonly requestId: string;
  /** Digest of the request without its secret values. */
  readonly fingerprint: string;
  readonly emails: readonly string[];
  readonly targets: readonly RequestedTarget[];
  readonly warnings: readonly Warning[];
  readonly allowPartial: boolean;
  readonly createdAt: string;
  /** ISO 8601; after it, targets without an outcome fail. */
  readonly deadline: string;
  /** Epoch seconds; when the table may forget the scan. */
  readonly expiresAt: number;
}

/** A stored file of a report. */
export interface ReportFile {
  readonly key: string;
  readonly bytes: number;
}

/** Where a scan's report lies. Its presence in STATE is what "the scan has ended" means. */
export interface StoredReport {
  readonly status: 'completed' | 'failed';
  readonly html: ReportFile;
  readonly csv: ReportFile;
  readonly json: ReportFile;
  readonly storedAt: string;
}

/** STATE, born with REQUEST, afterwards the reporter's. */
export interface StateItem {
  readonly scanId: string;
  /** Number of targets. */
  readonly total: number;
  /** Targets that have an outcome, as far as the reporter has noted. */
  readonly done: ReadonlySet<number>;
  readonly report: StoredReport | null;
  /** When the sweeper has to look again: the deadline, or the announcement of the report; `null` when nothing is left to do. */
  readonly due: string | null;
  readonly expiresAt: number;
}

/** How a target ended. The first whole attempt wins; it also replaces a failure as long as no report exists. */
export type Outcome =
  | { readonly kind: 'completed'; readonly attemptId: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly detail: string };

/** TARGET#t. `benchmarks` is empty unless the target completed. */
export interface TargetItem {
  readonly scanId: string;
  readonly targetId: number;
  readonly outcome: Outcome;
  readonly benchmarks: readonly BenchmarkSummary[];
  readonly updatedAt: string;
}

/** ATTEMPT#t#a: one receive of a job by a scanner. Events come in any order, so every field but `got` may be unknown. */
export interface AttemptItem {
  readonly scanId: string;
  readonly targetId: number;
  readonly attemptId: string;
  /** Numbers of the chunks whose bodies are stored. */
  readonly got: ReadonlySet<number>;
  /** Number of chunks of the whole attempt, once it is known. */
  readonly want: number | null;
  /** Questions that will be answered, once known. */
  readonly planned: number | null;
  /** Questions answered so far, for the progress only. */
  readonly answered: number;
  readonly header: TargetHeader | null;
  readonly warnings: readonly Warning[];
  readonly startedAt: string;
  readonly updatedAt: string;
}

export type MailState = 'pending' | 'sent' | 'refused' | 'gave-up';

/** MAIL#hash: delivery to one recipient. */
export interface MailItem {
  readonly scanId: string;
  readonly recipientId: string;
  readonly email: string;
  readonly state: MailState;
  readonly detail: string | null;
  readonly tries: number;
  /** Who holds it at the moment; while `due` lies ahead nobody else may send. */
  readonly lease: string | null;
  readonly due: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Every item of one scan, consistently read. */
export interface ScanItems {
  readonly request: RequestItem;
  readonly queued: boolean;
  readonly state: StateItem;
  readonly targets: readonly TargetItem[];
  readonly attempts: readonly AttemptItem[];
  readonly mails: readonly MailItem[];
}

/** KEY: an API key, stored as a hash. */
export interface KeyItem {
  readonly keyId: string;
  readonly hash: string;
  readonly caller: string;
  /** The external id that every role of this caller is assumed with. */
  readonly externalId: string;
  readonly createdAt: string;
  /** ISO 8601; the key is refused after it. `null`: no end. */
  readonly validUntil: string | null;
  /** Domains that reports may be mailed to. `null`: any. */
  readonly recipientDomains: readonly string[] | null;
  readonly revokedAt: string | null;
}

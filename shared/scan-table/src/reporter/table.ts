import type { BenchmarkSummary, TargetHeader, Warning } from '@cis-scan/contracts';
import type { AttemptItem, MailItem, Outcome, ScanItems, StateItem, StoredReport } from '../items.ts';

/** An attempt of a target of a scan; `expiresAt` (epoch seconds) is the scan's. */
export interface AttemptRef {
  readonly scanId: string;
  readonly targetId: number;
  readonly attemptId: string;
  readonly expiresAt: number;
}

/** What the due index points at; read the item itself before acting, an index is a moment old. */
export type Due =
  | { readonly kind: 'scan'; readonly scanId: string }
  | { readonly kind: 'mail'; readonly scanId: string; readonly recipientId: string };

/** What the reporter may do with the table: it writes STATE, TARGET, ATTEMPT and MAIL. Every method is one atomic step. */
export interface ReporterTable {
  readState(scanId: string): Promise<StateItem | null>;
  readScan(scanId: string): Promise<ScanItems | null>;
  /** A scanner took the job up. */
  recordStarted(attempt: AttemptRef, planned: number, now: Date): Promise<void>;
  /** Adds a chunk to the set of those stored, counting its questions once, and returns the attempt as it stands then. */
  recordChunk(attempt: AttemptRef, chunk: number, questions: number, now: Date): Promise<AttemptItem>;
  /** Notes how many chunks make the attempt whole and returns the attempt as it stands then. */
  recordCompleted(
    attempt: AttemptRef,
    whole: {
      readonly chunks: number;
      readonly planned: number;
      readonly header: TargetHeader;
      readonly warnings: readonly Warning[];
    },
    now: Date,
  ): Promise<AttemptItem>;
  /**
   * Decides a target: completed if nothing or only a failure stands there, failed if nothing does, and neither once the
   * scan has its report. `lost`: another outcome stands. `ended`: the scan has its report, or is gone.
   */
  closeTarget(
    scanId: string,
    targetId: number,
    outcome: Outcome,
    benchmarks: readonly BenchmarkSummary[],
    expiresAt: number,
    now: Date,
  ): Promise<'won' | 'lost' | 'ended'>;
  /** Adds a target to those done and returns STATE as it stands then; `null` when the scan is gone. */
  addDone(scanId: string, targetId: number): Promise<StateItem | null>;
  /**
   * Stores where the report lies, if none is there and every target's outcome is still `outcomes` (by targetId), and
   * with it one pending mail per recipient. `changed`: an outcome is another by now, so the report must be built anew.
   */
  putReport(
    scanId: string,
    report: StoredReport,
    outcomes: ReadonlyMap<number, Outcome>,
    mails: readonly MailItem[],
    expiresAt: number,
  ): Promise<'stored' | 'changed' | 'ended'>;
  /** The report has been announced: nothing is left for the sweeper. */
  announced(scanId: string): Promise<void>;
  /** What is due at `now`, oldest first. */
  due(now: Date, limit: number): Promise<readonly Due[]>;
  /** Takes a pending mail that is due, until `until`; `null` when it is gone, settled or somebody else's. */
  leaseMail(scanId: string, recipientId: string, lease: string, now: Date, until: Date): Promise<MailItem | null>;
  /** Notes how a try went, if the lease is still ours. `retryAt`: when to try again; `null` settles the mail for good. */
  settleMail(
    mail: MailItem,
    result: { readonly state: MailItem['state']; readonly detail: string | null; readonly retryAt: Date | null },
    now: Date,
  ): Promise<boolean>;
  /** Removes a mail whose scan is gone. */
  dropMail(scanId: string, recipientId: string): Promise<void>;
}

import type { Finding, Job, TargetHeader, Warning } from '@cis-scan/contracts';
import type { Plan } from '@cis-scan/engine';

/** An opened account or tenant, ready to be read. */
export interface OpenTarget {
  readonly header: TargetHeader;
  /** What the reader must know beside the verdicts. */
  readonly warnings: readonly Warning[];
  /**
   * Findings in the order in which they become ready. `signal` is the time limit: past it, what is unread becomes a gap
   * and the scan still completes.
   */
  scan(signal: AbortSignal): AsyncIterable<Finding>;
  /** Lets go of connections. */
  close(): void | Promise<void>;
}

/** What a scanner knows about its provider; the job loop knows nothing of it. */
export interface ScanProvider {
  /** The questions of these benchmarks. Throws TargetRefused where one is unknown. */
  plan(benchmarks: readonly string[]): Promise<Plan>;
  /**
   * Opens the sealed credentials of a job and with them its target. Throws TargetRefused when that will never work; any
   * other error is taken for an outage and waited out.
   */
  open(job: Job, plan: Plan): Promise<OpenTarget>;
}

/** This target cannot be scanned, and trying again will not help. `reason` is a stable word, `detail` a sentence for people. */
export class TargetRefused extends Error {
  readonly reason: string;
  readonly detail: string;

  constructor(reason: string, detail: string) {
    super(detail);
    this.name = 'TargetRefused';
    this.reason = reason;
    this.detail = detail;
  }
}

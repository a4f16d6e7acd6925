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

/** Why something can never work. */
export interface Refusal {
  readonly reason: string;
  readonly detail: string;
}

export interface ScanProviderOptions {
  /** The questions of these benchmarks. Throws a RangeError where one is unknown. */
  readonly plan: ScanProvider['plan'];
  readonly open: ScanProvider['open'];
  /** What an error of `open` means when it is final; `null` for an outage. */
  readonly refusalOf: (error: unknown) => Refusal | null;
}

/** A provider whose own errors are told in the words of the job loop: what can never work is refused. */
export const scanProvider = ({ plan, open, refusalOf }: ScanProviderOptions): ScanProvider => ({
  plan: (benchmarks) =>
    plan(benchmarks).catch((error: unknown) => {
      if (!(error instanceof RangeError)) throw error;
      throw new TargetRefused('benchmark-unknown', `This scanner does not know the benchmark: ${error.message}.`);
    }),
  open: (job, planned) =>
    open(job, planned).catch((error: unknown) => {
      const refusal = refusalOf(error);
      throw refusal ? new TargetRefused(refusal.reason, refusal.detail) : error;
    }),
});

import type { Bus, Logger } from '@cis-scan/runtime';
import type { MailItem, ReporterTable } from '@cis-scan/scan-table';
import type { ScanOutcome } from './report/index.ts';
import type { ReportTexts, Store } from './store.ts';

/**
 * All that the reporter's work touches. Nothing else decides what it does (no clock, no chance of its own), so the same
 * code runs in the service and, step by step, in the model that tries every order of steps.
 */
export interface Context {
  readonly table: ReporterTable;
  readonly store: Store;
  readonly bus: Bus;
  /** Renders the report of a scan; pure. `generatedAt` is ISO 8601. */
  readonly render: (outcome: ScanOutcome, generatedAt: string) => ReportTexts;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** The trace that the message in work belongs to. */
  readonly traceparent?: string | undefined;
  /** What is counted: reports by status, deliveries by state. */
  readonly observe: {
    reported(status: 'completed' | 'failed'): void;
    delivered(state: MailItem['state']): void;
  };
}

import type { FailedTarget, Finding, Report, TargetDocument, TargetHeader, Warning } from '@cis-scan/contracts';
import { buildTargetDocument } from '@cis-scan/document';

/** Why a check matters and how to mend what it finds: our own words. */
export interface CheckWords {
  readonly why: string;
  readonly fix: string;
}

/** All that a rendering needs: report.json itself, and the words that it leaves out. */
export interface ReportModel {
  readonly report: Report;
  /** Check id → its words. */
  readonly words: ReadonlyMap<string, CheckWords>;
  /** When this report was made, ISO 8601 UTC. */
  readonly generatedAt: string;
}

/** A target whose scan completed, with all its findings and all their results. */
export interface CompletedTarget {
  readonly header: TargetHeader;
  readonly warnings: readonly Warning[];
  /** Ids, in the order in which they were asked. */
  readonly benchmarks: readonly string[];
  readonly findings: readonly Finding[];
}

/** A scan as its items and chunks tell it; targets in the order of the request. */
export interface ScanOutcome {
  readonly requestId: string;
  readonly createdAt: string;
  readonly targets: readonly (CompletedTarget | FailedTarget)[];
}

/**
 * Builds the model that every rendering starts from.
 * @throws DocumentError where the findings of a target do not make a whole document
 */
export function buildModel(outcome: ScanOutcome, generatedAt: string): ReportModel {
  const words = new Map<string, CheckWords>();
  const targets = outcome.targets.map((target): TargetDocument | FailedTarget => {
    if ('error' in target) return target;
    for (const { check, why, fix } of target.findings) words.set(check, { why, fix });
    return buildTargetDocument(target.header, target.warnings, target.benchmarks, target.findings);
  });
  return {
    report: { requestId: outcome.requestId, createdAt: outcome.createdAt, targets },
    words,
    generatedAt,
  };
}

export { announcer, type Announcer, type AnnounceOptions } from './announce.ts';
export { countCalls, tellingCalls, type CallMetrics, type CountedCall } from './call-metrics.ts';
export { scannerConfig, type ScannerConfig } from './config.ts';
export { cutFinding, MAX_FINDING_BYTES, MAX_RESULTS } from './cut.ts';
export { jobHandler, LAST_RECEIVE, type JobLoopOptions } from './job-loop.ts';
export { scanOnce, type OnceOptions } from './once.ts';
export { scanProvider, TargetRefused, type OpenTarget, type Refusal, type ScanProvider } from './provider.ts';
export { rowsKey, s3Rows, type RowStore } from './rows.ts';
export { serveScanner, type ServeOptions } from './serve.ts';
export {
  isTrue,
  parseWords,
  scanFromShell,
  SHELL_OPTIONS,
  shellArguments,
  type Environment,
  type ShellArguments,
} from './shell.ts';

export { announcer, type Announcer, type AnnounceOptions } from './announce.ts';
export { cutFinding, MAX_FINDING_BYTES, MAX_RESULTS } from './cut.ts';
export { jobHandler, LAST_RECEIVE, type JobLoopOptions } from './job-loop.ts';
export { scanOnce, type OnceOptions } from './once.ts';
export { TargetRefused, type OpenTarget, type ScanProvider } from './provider.ts';
export { rowsKey, s3Rows, type RowStore } from './rows.ts';

export type { AwsKeys, AwsRole, M365App, TargetCredentials } from './credentials.ts';
export { defaultBenchmark, openRights, RIGHTS_FOLDER, type RightsCatalogue } from './rights.ts';
export { AccessRefused, AccessUnavailable, type RefusedCode } from './refused.ts';

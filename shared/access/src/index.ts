export type { AwsKeys, AwsRole, TargetCredentials } from './credentials.ts';
export { defaultBenchmark, openRights, RIGHTS_FOLDER, type RightsCatalogue } from './rights.ts';

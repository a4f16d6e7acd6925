import type { AccessAnalyzer } from '@aws-sdk/client-accessanalyzer';
import type { Account } from '@aws-sdk/client-account';
import type { CloudTrail } from '@aws-sdk/client-cloudtrail';
import type { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import type { ConfigService } from '@aws-sdk/client-config-service';
import type { EC2 } from '@aws-sdk/client-ec2';
import type { IAM } from '@aws-sdk/client-iam';
import type { KMS } from '@aws-sdk/client-kms';
import type { Organizations } from '@aws-sdk/client-organizations';
import type { S3 } from '@aws-sdk/client-s3';
import type { S3Control } from '@aws-sdk/client-s3-control';
import type { SNS } from '@aws-sdk/client-sns';
import type { SSOAdmin } from '@aws-sdk/client-sso-admin';

/** Services a fact may ask, under the names that IAM actions use (`s3control` answers under `s3:` actions). Types only: `connect.ts` alone loads the SDK. */
export interface Services {
  'access-analyzer': AccessAnalyzer;
  account: Account;
  cloudtrail: CloudTrail;
  cloudwatch: CloudWatch;
  config: ConfigService;
  ec2: EC2;
  iam: IAM;
  kms: KMS;
  logs: CloudWatchLogs;
  organizations: Organizations;
  s3: S3;
  s3control: S3Control;
  sns: SNS;
  sso: SSOAdmin;
}
export type Service = keyof Services;
/** Reading operations only: a fact that would write does not compile. (GenerateCredentialReport only makes IAM compute one.) */
type Reads<S extends Service> = Extract<
  keyof Services[S],
  `${'get' | 'list' | 'describe' | 'generateCredentialReport'}${string}`
>;

/** `ec2:DescribeNetworkAcls` and all its like; a misspelt operation is a compile error. */
export type Call = { [S in Service]: `${S}:${Capitalize<Reads<S>>}` }[Service];

/** Exactly the operations that were declared, and no other. */
export type Aws<C extends Call> = {
  readonly [S in C extends `${infer P extends Service}:${string}` ? P : never]: Pick<
    Services[S],
    Extract<C extends `${S}:${infer Op}` ? Uncapitalize<Op> : never, keyof Services[S]>
  >;
};

export type Partition = 'aws' | 'aws-us-gov' | 'aws-cn';

/** Where IAM and its like are asked. */
export type GlobalPlace = 'global';

/** An opened account: what the facts read from. */
export interface Session {
  readonly account: string;
  readonly partition: Partition;
  /** Regions the question is limited to; `null` for all that the account has enabled. */
  readonly regions: readonly string[] | null;
  /**
   * Asks one operation in a region (`global`: where the partition's global services answer), under the scan's limits
   * and time-outs. Throws the SDK's errors.
   */
  readonly ask: (place: string, call: Call, input: unknown) => Promise<unknown>;
}

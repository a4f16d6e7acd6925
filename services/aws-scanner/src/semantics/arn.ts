/** Partitions (separate AWS clouds) that the scanner knows. */
export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov';

/** The parts of an Amazon Resource Name; `region` and `account` are empty where the service leaves them out (S3, IAM). */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything after the fifth colon, colons included. */
  readonly resource: string;
}

const ARN = /^arn:([a-z][a-z0-9-]*):([^:\s]+):([^:\s]*):([^:\s]*):(.+)$/s;

/** Splits an ARN; `undefined` for text that is not one. */
export function parseArn(text: string): Arn | undefined {
  const parts = ARN.exec(text);
  if (parts === null) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = parts;
  return { partition, service, region, account, resource };
}

/** The text of an ARN; the reverse of `parseArn`. */
export function buildArn(arn: Arn): string {
  return ['arn', arn.partition, arn.service, arn.region, arn.account, arn.resource].join(':');
}

/** The account that an ARN names; `undefined` where it names none (an S3 bucket) or the text is no ARN. */
export function accountOf(arn: string): string | undefined {
  const account = parseArn(arn)?.account;
  return account === undefined || account === '' ? undefined : account;
}

/** The partition in which a region lies. A region code nobody has heard of lies in the commercial partition. */
export function partitionOf(region: string): Partition {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
}

/** The ARN of a bucket, which names neither region nor account. */
export function bucketArn(partition: string, bucket: string): string {
  return buildArn({ partition, service: 's3', region: '', account: '', resource: bucket });
}

/** The name in a log group's ARN (`…:log-group:NAME` or `…:log-group:NAME:*`); `undefined` for any other ARN. */
export function logGroupOf(arn: string): string | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== 'logs' || !parts.resource.startsWith('log-group:')) return undefined;
  const name = parts.resource.slice('log-group:'.length).replace(/:.*$/s, '');
  return name === '' ? undefined : name;
}

/** The name of the policy that an IAM policy ARN ends in, without its path (`…:policy/team/reader`: `reader`). */
export const policyNameOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

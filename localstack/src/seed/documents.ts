interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly [field: string]: unknown;
}

/** A policy document. */
export function policy(...statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** Allows actions on everything. */
export function allow(...Action: string[]): string {
  return policy({ Effect: 'Allow', Action, Resource: '*' });
}

/** Lets an AWS service take a role. */
export function trustService(Service: string): string {
  return policy({ Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole' });
}

/** Lets an account take a role if it names the external id; without one, anybody in it. */
export function trustAccount(account: string, externalId?: string): string {
  const Condition = externalId === undefined ? {} : { Condition: { StringEquals: { 'sts:ExternalId': externalId } } };
  return policy({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'sts:AssumeRole',
    ...Condition,
  });
}

/** Refuses whoever does not use TLS. */
export function denyInsecureTransport(bucket: string): Statement {
  return {
    Sid: 'OnlyTls',
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 's3:*',
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

/** Lets an AWS service write into a bucket. */
export function allowDelivery(bucket: string, Service: string): Statement {
  return {
    Sid: `Delivery${Service.split('.')[0]}`,
    Effect: 'Allow',
    Principal: { Service },
    Action: ['s3:PutObject'],
    Resource: `arn:aws:s3:::${bucket}/*`,
  };
}

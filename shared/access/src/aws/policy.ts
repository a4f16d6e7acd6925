import { SIMULATE } from './session-policy.ts';
import type { AwsCloud } from './arn.ts';

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow';
  readonly Principal?: { readonly AWS: string };
  readonly Action: string | readonly string[];
  readonly Resource?: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

/** Characters of a managed policy, white space not counted. */
const LIMIT = 6_144;

const document = (actions: readonly string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'CisScanReads', Effect: 'Allow', Action: actions, Resource: '*' }],
});

/**
 * IAM policies that hold exactly the given rights, and the one to simulate policies by which missing rights are known
 * before the scan. Usually one; cut into several where AWS's limit for a managed policy asks for it.
 */
export function permissionPolicies(rights: readonly string[], limit: number = LIMIT): PolicyDocument[] {
  const policies: string[][] = [[]];
  for (const right of [...new Set([...rights, SIMULATE])].sort()) {
    const last = policies.at(-1) ?? [];
    if (last.length > 0 && JSON.stringify(document([...last, right])).length > limit) policies.push([right]);
    else last.push(right);
  }
  return policies.map(document);
}

/** The trust policy of a role to be scanned: our account, and only with the caller's external id. */
export function trustPolicy(cloud: AwsCloud, platformAccount: string, externalId: string): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'CisScanAssumes',
        Effect: 'Allow',
        Principal: { AWS: `arn:${cloud}:iam::${platformAccount}:root` },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': externalId } },
      },
    ],
  };
}

import { cloudOfRegion, isAwsCloud, parseRole, roleAllowed, type AwsCloud } from '@cis-scan/access/aws';
import type { AwsKeysTarget, AwsRoleTarget } from '@cis-scan/contracts';
import type { Caller } from '../api-keys/caller.ts';
import { member, type Fault } from '../request/fault.ts';

export interface AwsRules {
  /** Our own account: never a target. */
  readonly platformAccount: string;
  /** `SCAN_ROLE_PATTERN`. */
  readonly rolePattern: string;
}

/** The partition that a target lies in: the one it names, else the one of its role, else the commercial one. */
export function cloudOf(target: AwsKeysTarget | AwsRoleTarget): AwsCloud {
  if (target.cloud !== undefined && isAwsCloud(target.cloud)) return target.cloud;
  return (target.kind === 'aws-role' ? parseRole(target.access_input.arn)?.cloud : undefined) ?? 'aws';
}

function roleFaults(target: AwsRoleTarget, path: string, caller: Caller, rules: AwsRules): Fault[] {
  const at = member(path, 'access_input');
  const { arn, external_id: externalId } = target.access_input;
  const faults: Fault[] = [];
  const wrong = (detail: string): number => faults.push({ path: member(at, 'arn'), detail });

  const role = parseRole(arn);
  if (!role) wrong('This must be the ARN of an IAM role, such as arn:aws:iam::111122223333:role/cis-scan.');
  else if (role.account === rules.platformAccount) wrong('A role of our own account cannot be scanned.');
  else if (!roleAllowed(arn, rules.rolePattern)) wrong(`Only roles like ${rules.rolePattern} may be scanned.`);
  if (role && target.cloud !== undefined && target.cloud !== role.cloud) {
    wrong(`This role lies in the partition ${role.cloud}, not in ${target.cloud}.`);
  }
  if (externalId !== undefined && externalId !== caller.externalId) {
    const detail = 'This is not your external id: leave it out, or take the one that GET /access/aws shows.';
    faults.push({ path: member(at, 'external_id'), detail });
  }
  return faults;
}

/** What is wrong with an AWS target as far as the request itself tells. */
export function awsFaults(
  target: AwsKeysTarget | AwsRoleTarget,
  path: string,
  caller: Caller,
  rules: AwsRules,
): Fault[] {
  const cloud = cloudOf(target);
  const regions = (target.regions ?? []).flatMap((region, index) =>
    cloudOfRegion(region) === cloud
      ? []
      : [{ path: member(member(path, 'regions'), index), detail: `This region is not one of the partition ${cloud}.` }],
  );
  return target.kind === 'aws-role' ? [...roleFaults(target, path, caller, rules), ...regions] : regions;
}

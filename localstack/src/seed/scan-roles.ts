import { AttachRolePolicyCommand, CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { OVERLAY_ROLE, PLATFORM_ACCOUNT } from '../accounts.ts';
import type { SeededAccount } from './account.ts';
import { allow, trustAccount } from './documents.ts';

export interface ScanRoles {
  /** Role with the rights of a scan. */
  readonly roleArn: string;
  /** Role that trusts alike but lacks most rights; it may ask for a simulation of its own policies. */
  readonly tooFewRoleArn: string;
}

/**
 * The roles by which an account is scanned, trusting the platform's account with this external id.
 * `actions`: the rights of the first; null gives it AWS's ReadOnlyAccess.
 */
export async function seedScanRoles(
  account: SeededAccount,
  externalId: string,
  actions: readonly string[] | null,
): Promise<ScanRoles> {
  const trust = trustAccount(PLATFORM_ACCOUNT, externalId);
  const make = (RoleName: string, AssumeRolePolicyDocument: string): Promise<unknown> =>
    account.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const give = (RoleName: string, PolicyDocument: string): Promise<unknown> =>
    account.iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'scan', PolicyDocument }));

  await make(OVERLAY_ROLE, trustAccount(account.id));
  await give(OVERLAY_ROLE, allow('iam:Get*', 'iam:List*'));
  await make('CisScan', trust);
  if (actions === null) {
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    await account.iam.send(new AttachRolePolicyCommand({ RoleName: 'CisScan', PolicyArn }));
  } else {
    await give('CisScan', allow(...actions));
  }
  await make('CisScanTooFew', trust);
  await give('CisScanTooFew', allow('ec2:DescribeRegions', 'iam:GetAccountSummary', 'iam:SimulatePrincipalPolicy'));

  const arn = (name: string): string => `arn:aws:iam::${account.id}:role/${name}`;
  return { roleArn: arn('CisScan'), tooFewRoleArn: arn('CisScanTooFew') };
}

import { CreateRoleCommand, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { awsDoor, openAwsTarget, type AwsDoor } from '@cis-scan/access/aws';
import type { TargetCredentials } from '@cis-scan/access';
import type { Finding, TargetDocument } from '@cis-scan/contracts';
import { buildTargetDocument } from '@cis-scan/document';
import { Secret } from '@cis-scan/secret';
import { planFor } from '../../../services/aws-scanner/src/catalogue.ts';
import { BRISK, type Pace } from '../../../services/aws-scanner/src/connect.ts';
import { scanAccount } from '../../../services/aws-scanner/src/scan-account.ts';
import { assumeRole, PLATFORM_ACCOUNT, type AccountCredentials } from '../accounts.ts';
import { startEmulator, type Emulator } from '../emulator.ts';
import { startOverlay, type Overlay } from '../overlay.ts';
import { SeededAccount } from '../seed/account.ts';
import { allow, trustAccount } from '../seed/documents.ts';
import { seedAccounts, type ScannableAccount } from '../seed.ts';

export const BENCHMARK = 'cis-aws-1.3.0';
/** Enough to tell regions apart, few enough to scan an account in half a second. */
export const TWO_REGIONS: readonly string[] = ['eu-north-1', 'eu-west-1'];

export interface ScanAs {
  readonly access?: 'keys' | 'role';
  readonly regions?: readonly string[] | null;
  readonly pace?: Partial<Pace>;
  /** Milliseconds the scan may take as a whole. */
  readonly limitMs?: number;
}

/** The two seeded accounts and a scanner in this process: the production code without queue and reporter. */
export interface AccountStage {
  readonly emulator: Emulator;
  readonly overlay: Overlay;
  readonly messy: ScannableAccount;
  readonly tidy: ScannableAccount;
  /** Our own identity, with which roles are assumed. */
  readonly platform: Required<AccountCredentials>;
  /** Opens the account (by the keys of its user unless said otherwise) and scans it. */
  scan(account: ScannableAccount, how?: ScanAs): Promise<TargetDocument>;
  stop(): Promise<void>;
}

/** Keys of a role of the platform's account that may assume roles, also where the emulator authorizes by itself. */
async function platformIdentity(emulatorUrl: string): Promise<Required<AccountCredentials>> {
  const account = await SeededAccount.enter(emulatorUrl, PLATFORM_ACCOUNT);
  const RoleName = 'Scanner';
  await account.iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trustAccount(PLATFORM_ACCOUNT) }));
  const PolicyDocument = allow('sts:AssumeRole');
  await account.iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'scan', PolicyDocument }));
  account.close();
  return assumeRole(emulatorUrl, `arn:aws:iam::${PLATFORM_ACCOUNT}:role/${RoleName}`, 'scanner');
}

function opener(account: ScannableAccount, access: 'keys' | 'role'): TargetCredentials {
  const { keys, roleArn, externalId } = account;
  if (access === 'role') return { kind: 'aws-role', roleArn, externalId };
  const { accessKeyId, secretAccessKey } = keys;
  return { kind: 'aws-keys', accessKeyId, secretAccessKey: new Secret(secretAccessKey), sessionToken: null };
}

async function scanOf(
  account: ScannableAccount,
  how: ScanAs,
  { door, platform }: { door: AwsDoor; platform: AccountCredentials },
): Promise<TargetDocument> {
  const { access = 'keys', regions = TWO_REGIONS, pace = {}, limitMs = 60_000 } = how;
  const plan = await planFor([BENCHMARK]);
  const target = await openAwsTarget(opener(account, access), {
    cloud: 'aws',
    rights: plan.rights,
    session: 'test',
    door,
    base: () => Promise.resolve(platform),
  });
  const open = scanAccount({ target, plan, regions, door, pace: { ...BRISK, ...pace }, warnings: [] });
  try {
    const findings: Finding[] = [];
    for await (const finding of open.scan(AbortSignal.timeout(limitMs))) findings.push(finding);
    return buildTargetDocument(open.header, [], [BENCHMARK], findings);
  } finally {
    await open.close();
  }
}

/**
 * Starts the emulator with both accounts. `scanActions`: the rights of the role that scans, AWS's ReadOnlyAccess when
 * absent. `authorizeAfterCalls`: see startEmulator.
 */
export async function startAccountStage(
  options: { readonly scanActions?: readonly string[]; readonly authorizeAfterCalls?: number } = {},
): Promise<AccountStage> {
  const { scanActions, authorizeAfterCalls } = options;
  const emulator = await startEmulator(authorizeAfterCalls === undefined ? {} : { authorizeAfterCalls });
  try {
    const overlay = await startOverlay({ emulatorUrl: emulator.url });
    const seeding = { emulatorUrl: emulator.url, overlay, externalId: 'stage-external-id' };
    const { messy, tidy } = await seedAccounts(scanActions === undefined ? seeding : { ...seeding, scanActions });
    const platform = await platformIdentity(emulator.url);
    const door = awsDoor({ SCAN_AWS_ENDPOINT_URL: overlay.url });
    return {
      emulator,
      overlay,
      messy,
      tidy,
      platform,
      scan: (account, how = {}) => scanOf(account, how, { door, platform }),
      async stop() {
        await overlay.stop();
        await emulator.stop();
      },
    };
  } catch (error) {
    await emulator.stop();
    throw error;
  }
}

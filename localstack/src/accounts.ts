import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';

/** Account of our own platform on an emulator; never one that is scanned. */
export const PLATFORM_ACCOUNT = '999999999999';

/**
 * Role by which the overlay reads what the identities of a scanned account may do. Seeded accounts have it, so that it
 * works while the emulator's own authorization is on.
 */
export const OVERLAY_ROLE = 'EmulatorOverlay';

/** Keys of one account. */
export interface AccountCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Only temporary keys have one. */
  readonly sessionToken?: string;
}

/**
 * Keys for an account of the emulator, by sts:AssumeRole: the role's account is the account whose state they see.
 * Emulators take any role name, so this is also how an account is entered before it has a role at all.
 */
export async function assumeRole(
  endpoint: string,
  roleArn: string,
  sessionName: string,
): Promise<Required<AccountCredentials>> {
  const sts = new STSClient({
    region: 'us-east-1',
    endpoint,
    credentials: { accessKeyId: 'bootstrap', secretAccessKey: 'bootstrap' },
  });
  try {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: sessionName, DurationSeconds: 43_200 }),
    );
    if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey || !Credentials.SessionToken) {
      throw new Error(`sts:AssumeRole answered without keys for ${roleArn}`);
    }
    return {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      sessionToken: Credentials.SessionToken,
    };
  } finally {
    sts.destroy();
  }
}

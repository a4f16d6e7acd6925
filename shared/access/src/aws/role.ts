import { AssumeRoleCommand, type AssumeRoleCommandInput, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { parseRole, type AwsCloud } from './arn.ts';
import { scanClientConfig, type AwsDoor } from './client-config.ts';
import { AccessRefused, AccessUnavailable } from '../refused.ts';
import { roleRefused } from './refused.ts';
import { readOnlyAccess, sessionPolicy } from './session-policy.ts';

export interface RoleSession {
  readonly roleArn: string;
  readonly externalId: string | null;
  /** Begins with `cis-scan-`, so that the customer finds our calls in CloudTrail. */
  readonly sessionName: string;
  /** Rights that the scan needs; the session is limited to these, or to AWS's ReadOnlyAccess where they do not fit. */
  readonly rights: readonly string[];
  /** Seconds, 900 to 3,600: a role assumed from a role gives no more than an hour. */
  readonly seconds?: number;
}

/** A session is renewed this long before it ends, so that no call starts with keys about to die. */
const EARLY_MS = 5 * 60_000;

/** The base credentials did not even load: that is about us, not about the customer's role. */
function ownCredentialsMissing(error: unknown): boolean {
  return error instanceof Error && error.name === 'CredentialsProviderError';
}

async function assume(sts: STSClient, session: RoleSession, cloud: AwsCloud): Promise<AwsCredentialIdentity> {
  const inline = sessionPolicy(session.rights);
  const input: AssumeRoleCommandInput = {
    RoleArn: session.roleArn,
    RoleSessionName: session.sessionName,
    DurationSeconds: session.seconds ?? 3_600,
    ...(session.externalId === null ? {} : { ExternalId: session.externalId }),
  };
  const readOnly = { ...input, PolicyArns: [{ arn: readOnlyAccess(cloud) }] };
  const answer = await sts
    .send(new AssumeRoleCommand(inline === null ? readOnly : { ...input, Policy: inline }))
    .catch((error: unknown) => {
      // AWS packs the policy with the session's tags and may find it too large even below the limit of characters.
      if (inline === null || !(error instanceof Error) || error.name !== 'PackedPolicyTooLargeException') throw error;
      return sts.send(new AssumeRoleCommand(readOnly));
    });
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) {
    throw new AccessUnavailable('AWS answered sts:AssumeRole without keys.');
  }
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...(Expiration === undefined ? {} : { expiration: Expiration }),
  };
}

/**
 * Credentials of a role, assumed when first asked for and again shortly before they end; calls in between share them.
 * Throws `AccessRefused` when the role cannot be assumed and `AccessUnavailable` when nobody said so.
 */
export function roleCredentials(
  door: AwsDoor,
  session: RoleSession,
  base: AwsCredentialIdentityProvider,
): AwsCredentialIdentityProvider {
  const role = parseRole(session.roleArn);
  if (!role) throw new AccessRefused('access-refused', 'This is not the ARN of a role.');
  const { cloud } = role;
  let current: Promise<AwsCredentialIdentity> | undefined;
  let until = 0;

  const fresh = async (): Promise<AwsCredentialIdentity> => {
    const sts = new STSClient(scanClientConfig(door, cloud, base));
    try {
      const credentials = await assume(sts, session, cloud);
      until = (credentials.expiration?.getTime() ?? Infinity) - EARLY_MS;
      return credentials;
    } catch (error) {
      current = undefined;
      if (ownCredentialsMissing(error)) throw new AccessUnavailable('Our own identity towards AWS is missing.');
      throw roleRefused(error, session.roleArn);
    } finally {
      sts.destroy();
    }
  };

  return () => {
    if (current === undefined || Date.now() >= until) {
      until = Infinity;
      current = fresh();
    }
    return current;
  };
}

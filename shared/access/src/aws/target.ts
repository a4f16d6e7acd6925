import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { TargetCredentials } from '../credentials.ts';
import { parseRole, simulationArn, type AwsCloud } from './arn.ts';
import type { AwsDoor } from './client-config.ts';
import { callerIdentity, type AwsIdentity } from './identity.ts';
import { AccessRefused, AccessUnavailable } from '../refused.ts';
import { keysRefused } from './refused.ts';
import { roleCredentials } from './role.ts';

/** The identity of the shell: what the command line scans with when no role is named. */
export interface AwsChain {
  readonly kind: 'aws-chain';
}

export interface OpenOptions {
  readonly cloud: AwsCloud;
  /** Rights of the asked benchmarks, base and optional; limit the session of a role. */
  readonly rights: readonly string[];
  /** What follows `cis-scan-` in the name of the session. */
  readonly session: string;
  readonly door: AwsDoor;
  /** Our own identity, with which roles are assumed. Default: the SDK's usual chain. */
  readonly base?: AwsCredentialIdentityProvider;
  /** The account that must be found behind the credentials; another one refuses. */
  readonly account?: string;
}

/** An opened AWS account. */
export interface AwsTarget {
  readonly credentials: AwsCredentialIdentityProvider;
  readonly account: string;
  readonly cloud: AwsCloud;
  readonly identity: AwsIdentity;
  /** What policy simulation is asked about; `null` where it cannot be (root, federated user). */
  readonly principalArn: string | null;
}

const sessionName = (session: string): string => `cis-scan-${session.replace(/[^\w+=,.@-]/g, '-')}`.slice(0, 64);

function credentialsOf(opener: TargetCredentials | AwsChain, options: OpenOptions): AwsCredentialIdentityProvider {
  const chain = options.base ?? fromNodeProviderChain();
  switch (opener.kind) {
    case 'aws-chain':
      return chain;
    case 'aws-role':
      return roleCredentials(
        options.door,
        {
          roleArn: opener.roleArn,
          externalId: opener.externalId,
          sessionName: sessionName(options.session),
          rights: options.rights,
        },
        chain,
      );
    case 'aws-keys': {
      const keys: AwsCredentialIdentity = {
        accessKeyId: opener.accessKeyId,
        secretAccessKey: opener.secretAccessKey.reveal(),
        ...(opener.sessionToken === null ? {} : { sessionToken: opener.sessionToken.reveal() }),
      };
      return () => Promise.resolve(keys);
    }
    case 'm365-app':
      throw new TypeError('A tenant was handed to the door of AWS.');
  }
}

/**
 * Opens an AWS account and finds out whose it is (sts:AssumeRole where a role is given, sts:GetCallerIdentity).
 * Throws `AccessRefused` with what to do, or `AccessUnavailable` when nobody could answer.
 */
export async function openAwsTarget(opener: TargetCredentials | AwsChain, options: OpenOptions): Promise<AwsTarget> {
  const credentials = credentialsOf(opener, options);
  const identity = await callerIdentity(options.door, options.cloud, credentials).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'CredentialsProviderError') {
      throw opener.kind === 'aws-chain'
        ? new AccessRefused('access-refused', 'No AWS credentials were found: set a profile, keys or a role.')
        : new AccessUnavailable('Our own identity towards AWS is missing.');
    }
    throw keysRefused(error);
  });
  const wanted = options.account ?? (opener.kind === 'aws-role' ? parseRole(opener.roleArn)?.account : undefined);
  if (wanted !== undefined && wanted !== identity.account) {
    throw new AccessRefused(
      'account-mismatch',
      `The credentials belong to account ${identity.account}, not to ${wanted}.`,
    );
  }
  if (identity.cloud !== options.cloud) {
    throw new AccessRefused(
      'partition-mismatch',
      `The credentials belong to the partition ${identity.cloud}: name it as cloud.`,
    );
  }
  const principalArn = opener.kind === 'aws-role' ? opener.roleArn : simulationArn(identity.arn);
  return { credentials, account: identity.account, cloud: identity.cloud, identity, principalArn };
}

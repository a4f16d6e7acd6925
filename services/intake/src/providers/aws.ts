import type { RightsCatalogue, TargetCredentials } from '@cis-scan/access';
import {
  AccessRefused,
  checkRights,
  openAwsTarget,
  parseRole,
  type AwsDoor,
  type AwsTarget,
} from '@cis-scan/access/aws';
import type { AwsKeysTarget, AwsRoleTarget, RequestTarget, Warning } from '@cis-scan/contracts';
import { Secret } from '@cis-scan/secret';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { Caller } from '../api-keys/caller.ts';
import { awsFaults, cloudOf, type AwsRules } from './aws-faults.ts';
import type { ProviderDoor } from './provider.ts';

export interface AwsProviderOptions extends AwsRules {
  readonly queueUrl: string;
  readonly rights: RightsCatalogue;
  /** Where calls with a target's credentials go. */
  readonly door: AwsDoor;
  /** Our own identity, with which roles are assumed. Default: the SDK's usual chain. */
  readonly base?: AwsCredentialIdentityProvider;
}

/** Rights by which keys that can do more than read are known. Asked of the simulator, never tried. */
const WRITES = ['iam:CreateAccessKey', 's3:DeleteBucket', 'ec2:TerminateInstances'];

function ours(target: RequestTarget): AwsKeysTarget | AwsRoleTarget {
  if (target.kind === 'm365-app') throw new TypeError('A tenant was handed to the door of AWS.');
  return target;
}

function credentialsOf(target: AwsKeysTarget | AwsRoleTarget, caller: Caller): TargetCredentials {
  if (target.kind === 'aws-role') {
    return { kind: 'aws-role', roleArn: target.access_input.arn, externalId: caller.externalId };
  }
  const { access_key: accessKeyId, access_secret: secret, session_token: token } = target.access_input;
  return {
    kind: 'aws-keys',
    accessKeyId,
    secretAccessKey: new Secret(secret),
    sessionToken: token === undefined ? null : new Secret(token),
  };
}

const warning = (code: string, detail: string, missing: readonly string[] = []): Warning => ({
  code,
  detail,
  missing: [...missing].sort(),
});

/** Root holds every right, and a policy simulation of root does not exist. */
const rootWarning = (account: string): Warning =>
  warning('can-write', `Account ${account}: these are keys of the root user. Delete them and let a role be scanned.`);

async function rightsOf(
  options: AwsProviderOptions,
  target: AwsTarget,
  isRole: boolean,
  benchmarks: readonly string[],
): Promise<{ warnings: Warning[]; missing: readonly string[] }> {
  const { account } = target;
  if (target.identity.kind === 'root') return { warnings: [rootWarning(account)], missing: [] };

  const { base, optional } = options.rights.union(benchmarks);
  // The session of a role is limited to reading, so what else the role may do is of no account.
  const writes = isRole ? [] : WRITES;
  const check = await checkRights(options.door, target, [...base, ...optional, ...writes]);
  const asked = (rights: readonly string[], among: readonly string[]) =>
    rights.filter((right) => among.includes(right));

  const unverified = asked(check.unverified, [...base, ...optional]);
  const lacking = asked(check.denied, optional);
  const warnings: Warning[] = [];
  if (unverified.length > 0) {
    const detail = `Account ${account}: it could not be verified beforehand whether the rights suffice; what cannot be read will be not-assessed.`;
    warnings.push(warning('rights-unverified', detail, unverified));
  }
  if (lacking.length > 0) {
    const detail = `Account ${account}: optional rights are missing, so some evidence will be.`;
    warnings.push(warning('optional-rights-missing', detail, lacking));
  }
  if (asked(check.allowed, writes).length > 0) {
    const detail = `Account ${account}: these keys can do more than read. Give a scan read-only access.`;
    warnings.push(warning('can-write', detail));
  }
  return { warnings, missing: asked(check.denied, base) };
}

/** AWS accounts, by keys or by role. */
export function awsProvider(options: AwsProviderOptions): ProviderDoor {
  return {
    provider: 'aws',
    clouds: ['aws', 'aws-us-gov', 'aws-cn'],
    queueUrl: options.queueUrl,

    faults: ({ target, path }, caller) => awsFaults(ours(target), path, caller, options),

    marks(target) {
      const aws = ours(target);
      if (aws.kind === 'aws-keys') return [`key ${aws.access_input.access_key}`];
      const account = parseRole(aws.access_input.arn)?.account;
      return [`role ${aws.access_input.arn}`, ...(account === undefined ? [] : [`account ${account}`])];
    },

    async open({ target, caller, scanId, benchmarks }) {
      const aws = ours(target);
      const credentials = credentialsOf(aws, caller);
      const { base, optional } = options.rights.union(benchmarks);
      const opened = await openAwsTarget(credentials, {
        cloud: cloudOf(aws),
        rights: [...base, ...optional],
        session: scanId,
        door: options.door,
        ...(options.base === undefined ? {} : { base: options.base }),
      });
      if (opened.account === options.platformAccount) {
        throw new AccessRefused('access-refused', 'These keys belong to our own account, which cannot be scanned.');
      }
      const rights = await rightsOf(options, opened, aws.kind === 'aws-role', benchmarks);
      return { account: opened.account, cloud: opened.cloud, name: null, credentials, ...rights };
    },
  };
}

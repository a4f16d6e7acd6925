import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { parsePrincipal, type AwsCloud, type AwsPrincipal } from './arn.ts';
import { scanClientConfig, type AwsDoor } from './client-config.ts';
import { AccessUnavailable } from '../refused.ts';

export interface AwsIdentity extends AwsPrincipal {
  readonly arn: string;
}

/** Who the credentials are (sts:GetCallerIdentity, which needs no right). Throws what the SDK throws. */
export async function callerIdentity(
  door: AwsDoor,
  cloud: AwsCloud,
  credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider,
): Promise<AwsIdentity> {
  const sts = new STSClient(scanClientConfig(door, cloud, credentials));
  try {
    const { Arn, Account } = await sts.send(new GetCallerIdentityCommand({}));
    const principal = parsePrincipal(Arn ?? '');
    if (!Arn || !principal || principal.account !== Account) {
      throw new AccessUnavailable('AWS answered the question who these credentials are in a form we do not know.');
    }
    return { ...principal, arn: Arn };
  } finally {
    sts.destroy();
  }
}

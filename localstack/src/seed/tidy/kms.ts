import { CreateKeyCommand, EnableKeyRotationCommand } from '@aws-sdk/client-kms';
import { HOME, type SeededAccount } from '../account.ts';

/** Rotating keys in three regions; returns the ARN of the one at home. */
export async function seedTidyKms(account: SeededAccount): Promise<string> {
  let atHome = '';
  for (const region of [HOME, 'us-east-1', 'us-west-2']) {
    const { KeyMetadata } = await account.kms(region).send(new CreateKeyCommand({ Description: 'trail' }));
    await account.kms(region).send(new EnableKeyRotationCommand({ KeyId: KeyMetadata?.KeyId }));
    if (region === HOME) atHome = KeyMetadata?.Arn ?? '';
  }
  return atHome;
}

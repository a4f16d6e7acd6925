import { CreateKeyCommand, EnableKeyRotationCommand } from '@aws-sdk/client-kms';
import { HOME, type SeededAccount } from '../account.ts';

/** Keys in three regions, of which one rotates. */
export async function seedMessyKms(account: SeededAccount): Promise<void> {
  for (const region of [HOME, 'us-east-1', 'us-west-2']) {
    const { KeyMetadata } = await account.kms(region).send(new CreateKeyCommand({ Description: 'orders' }));
    if (region === 'us-west-2')
      await account.kms(region).send(new EnableKeyRotationCommand({ KeyId: KeyMetadata?.KeyId }));
  }
}

import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  NotFoundException,
  type KMSClient,
} from '@aws-sdk/client-kms';

/** The key under which credentials are sealed; returns its ARN. Found again by its alias. */
export async function provisionKey(kms: KMSClient, alias: string): Promise<string> {
  try {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: alias }));
    if (KeyMetadata?.Arn) return KeyMetadata.Arn;
  } catch (error) {
    if (!(error instanceof NotFoundException)) throw error;
  }
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({ Description: 'Seals credentials of scanned accounts' }),
  );
  if (!KeyMetadata?.KeyId || !KeyMetadata.Arn) throw new Error('kms:CreateKey answered without a key');
  await kms.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: KeyMetadata.KeyId }));
  return KeyMetadata.Arn;
}

import { perItem } from '../define.ts';
import { keys } from './keys.ts';

/** KMS keys with what decides whether they can rotate. API: kms DescribeKey. */
export const describedKeys = perItem({
  name: 'kms/described-keys',
  calls: ['kms:DescribeKey'],
  of: keys,
  region: (key) => key.region,
  id: (key) => key.id,
  async read({ kms }, key) {
    const { KeyMetadata: meta } = await kms.describeKey({ KeyId: key.id });
    if (meta?.KeyManager === undefined) throw new Error('the answer does not say who manages the key');
    return {
      manager: meta.KeyManager,
      spec: meta.KeySpec ?? meta.CustomerMasterKeySpec ?? '',
      usage: meta.KeyUsage ?? '',
      origin: meta.Origin ?? '',
      state: meta.KeyState ?? '',
      multiRegion: meta.MultiRegionConfiguration?.MultiRegionKeyType ?? null,
    };
  },
});

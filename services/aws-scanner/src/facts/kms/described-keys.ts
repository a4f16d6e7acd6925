import { perItem } from '../define.ts';
import { told } from '../told.ts';
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
    return {
      manager: told(meta?.KeyManager, 'who manages the key'),
      spec: told(meta?.KeySpec ?? meta?.CustomerMasterKeySpec, 'the spec of the key'),
      usage: told(meta?.KeyUsage, 'the usage of the key'),
      origin: told(meta?.Origin, 'the origin of the key'),
      state: told(meta?.KeyState, 'the state of the key'),
      multiRegion: meta?.MultiRegionConfiguration?.MultiRegionKeyType ?? null,
    };
  },
});

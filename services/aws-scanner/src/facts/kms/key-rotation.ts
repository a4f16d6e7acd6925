import { perItem } from '../define.ts';
import { rotatableKeys } from './rotatable-keys.ts';

/** Keys that can rotate, with whether they do. API: kms GetKeyRotationStatus. */
export const keyRotation = perItem({
  name: 'kms/key-rotation',
  calls: ['kms:GetKeyRotationStatus'],
  of: rotatableKeys,
  region: (key) => key.region,
  id: (key) => key.id,
  async read({ kms }, key) {
    const status = await kms.getKeyRotationStatus({ KeyId: key.id });
    if (status.KeyRotationEnabled === undefined) throw new Error('the answer does not say whether rotation is on');
    return { rotates: status.KeyRotationEnabled, periodDays: status.RotationPeriodInDays ?? null };
  },
});

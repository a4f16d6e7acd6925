import { perItem } from '../define.ts';
import { told } from '../told.ts';
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
    const rotates = told(status.KeyRotationEnabled, 'whether rotation is on');
    /** AWS tells the period only while rotation is on. */
    return { rotates, periodDays: status.RotationPeriodInDays ?? null };
  },
});

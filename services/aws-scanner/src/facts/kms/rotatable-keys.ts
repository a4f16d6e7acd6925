import { derive } from '@cis-scan/engine';
import { customerKeys } from './customer-keys.ts';

/** Customer keys that AWS can rotate: only these are asked about rotation. */
export const rotatableKeys = derive({
  name: 'kms/rotatable-keys',
  needs: { customerKeys },
  from: (facts) => facts.customerKeys.filter((key) => key.notRotatable === null),
});

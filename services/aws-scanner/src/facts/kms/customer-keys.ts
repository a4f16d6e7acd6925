import { derive } from '@cis-scan/engine';
import { describedKeys } from './described-keys.ts';

interface Described {
  readonly spec: string;
  readonly usage: string;
  readonly origin: string;
  readonly state: string;
}

/** Why AWS cannot rotate a key by itself; `null` where it can. */
function notRotatable({ spec, usage, origin, state }: Described): string | null {
  if (state !== 'Enabled') return `the key is in state ${state}`;
  if (spec !== 'SYMMETRIC_DEFAULT') return `a key of spec ${spec} cannot rotate automatically`;
  if (usage !== 'ENCRYPT_DECRYPT') return `a key for ${usage} cannot rotate automatically`;
  if (origin === 'EXTERNAL') return 'its material was imported, and AWS cannot renew it';
  return origin === 'AWS_KMS' ? null : `its material lies in a key store of the customer (${origin})`;
}

/** Customer keys, each with the reason for which it cannot rotate, if there is one. */
export const customerKeys = derive({
  name: 'kms/customer-keys',
  needs: { describedKeys },
  from: (facts) =>
    facts.describedKeys
      .filter((key) => key.manager === 'CUSTOMER')
      .map((key) => ({ ...key, notRotatable: notRotatable(key) })),
});

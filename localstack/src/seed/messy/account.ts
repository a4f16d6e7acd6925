import type { AccountFacts } from '../../overlay/facts.ts';
import type { SeededAccount } from '../account.ts';
import { userFacts } from '../users.ts';
import { seedMessyCloudTrail } from './cloudtrail.ts';
import { seedMessyConfig } from './config.ts';
import { seedMessyIam } from './iam.ts';
import { seedMessyKms } from './kms.ts';
import { NEVER_CONFIRMED, seedMessyMonitoring } from './monitoring.ts';
import { seedMessyNetwork } from './network.ts';
import { messyBuckets, seedMessyS3 } from './s3.ts';
import type { AccessKeyPair } from '../users.ts';

/** Seeds an account in which every automated control of CIS AWS 1.3.0 fails. */
export async function seedMessyAccount(account: SeededAccount): Promise<{ facts: AccountFacts; keys: AccessKeyPair }> {
  const network = seedMessyNetwork(account);
  const kms = seedMessyKms(account);
  const users = await seedMessyIam(account);
  await seedMessyS3(account);
  await seedMessyCloudTrail(account);
  await seedMessyConfig(account);
  await seedMessyMonitoring(account);
  await Promise.all([network, kms]);

  const keys = users['deploy']?.keys[0];
  if (keys === undefined) throw new Error('the user whose keys are scanned with was not seeded');
  return {
    keys,
    facts: {
      account: account.id,
      ...userFacts(users),
      root: {
        createdDaysAgo: 1200,
        mfa: 'none',
        passwordUsedDaysAgo: 3,
        keys: [{ active: true, createdDaysAgo: 1100, usedDaysAgo: 20 }],
      },
      unconfirmedSubscribers: [NEVER_CONFIRMED],
      unencryptedBuckets: [messyBuckets(account).uploads],
      configDelivery: { 'us-west-2': 'FAILURE' },
      contact: {
        FullName: 'Messy Ltd',
        AddressLine1: '1 Long Lane',
        City: 'Springfield',
        PostalCode: '12345',
        CountryCode: 'GB',
        PhoneNumber: '+440000000000',
      },
    },
  };
}

import { PutAlternateContactCommand } from '@aws-sdk/client-account';
import type { AccountFacts } from '../../overlay/facts.ts';
import { HOME, type SeededAccount } from '../account.ts';
import { seedRecorder } from '../config.ts';
import { inRegions } from '../regions.ts';
import { userFacts, type AccessKeyPair } from '../users.ts';
import { seedTidyCloudTrail, TRAIL } from './cloudtrail.ts';
import { seedTidyIam } from './iam.ts';
import { seedTidyKms } from './kms.ts';
import { seedTidyMonitoring } from './monitoring.ts';
import { seedTidyNetwork } from './network.ts';
import { seedTidyS3, tidyBuckets } from './s3.ts';

/** Seeds an account in which every automated control of CIS AWS 1.3.0 passes, in all of `regions`. */
export async function seedTidyAccount(
  account: SeededAccount,
  regions: readonly string[],
): Promise<{ facts: AccountFacts; keys: AccessKeyPair }> {
  const bucket = tidyBuckets(account).trail;
  await seedTidyS3(account);
  const everywhere = inRegions(regions, async (region) => {
    await seedTidyNetwork(account, region, bucket);
    await seedRecorder(account, { region, bucket, everything: true, global: region === HOME, recording: true });
  });
  const users = await seedTidyIam(account);
  await account.account.send(
    new PutAlternateContactCommand({
      AlternateContactType: 'SECURITY',
      Name: 'Security team',
      Title: 'Security',
      EmailAddress: 'security@example.com',
      PhoneNumber: '+440000000001',
    }),
  );
  await seedTidyCloudTrail(account, await seedTidyKms(account));
  await seedTidyMonitoring(account);
  await everywhere;

  const keys = users['audit']?.keys[0];
  if (keys === undefined) throw new Error('the user whose keys are scanned with was not seeded');
  return {
    keys,
    facts: {
      account: account.id,
      ...userFacts(users),
      root: { createdDaysAgo: 1200, mfa: 'hardware', passwordUsedDaysAgo: 400, keys: [] },
      serverCertificates: { shop: { expiresInDays: 200 } },
      analyzers: Object.fromEntries(
        regions.map((region) => [region, [{ name: 'external-access', type: 'ACCOUNT', status: 'ACTIVE' }]]),
      ),
      logDelivery: { [TRAIL]: 5 },
      contact: {
        FullName: 'Tidy Ltd',
        CompanyName: 'Tidy Ltd',
        AddressLine1: '2 Short Street',
        City: 'Springfield',
        PostalCode: '12346',
        CountryCode: 'GB',
        PhoneNumber: '+440000000002',
      },
    },
  };
}

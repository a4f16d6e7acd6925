import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { assumeRole, PLATFORM_ACCOUNT } from './accounts.ts';
import { startEmulator, type Emulator } from './emulator.ts';
import { startOverlay, type Overlay } from './overlay.ts';
import { seedAccounts, type ScannableAccount } from './seed.ts';
import { SeededAccount } from './seed/account.ts';
import { seenInIam } from './seed/readback/iam.ts';
import { seenInRegion } from './seed/readback/regions.ts';
import { seenInS3 } from './seed/readback/s3.ts';
import type { Seen } from './seed/readback/seen.ts';
import { seenInTrails } from './seed/readback/trails.ts';
import { inRegions, regionsOf } from './seed/regions.ts';

/** The automated controls of CIS AWS 1.3.0, and the manual ones that the API decides. */
const CONTROLS = [
  '1.2',
  ...Array.from({ length: 14 }, (_, i) => `1.${i + 4}`),
  '1.19',
  '1.20',
  '1.21',
  '2.1.1',
  '2.1.2',
  '2.2.1',
  ...Array.from({ length: 11 }, (_, i) => `3.${i + 1}`),
  ...Array.from({ length: 15 }, (_, i) => `4.${i + 1}`),
  '5.1',
  '5.2',
  '5.3',
];

let emulator: Emulator;
let overlay: Overlay;
let accounts: { messy: ScannableAccount; tidy: ScannableAccount };

beforeAll(async () => {
  // Authorization is there from the start but far off; the last test brings it near.
  emulator = await startEmulator({ authorizeAfterCalls: 1_000_000 });
  overlay = await startOverlay({ emulatorUrl: emulator.url });
  accounts = await seedAccounts({ emulatorUrl: emulator.url, overlay, externalId: 'demo-external-id' });
}, 120_000);

afterAll(async () => {
  await overlay?.stop();
  await emulator?.stop();
});

/** The account as its scan role sees it through the overlay. */
async function enter(scannable: ScannableAccount): Promise<SeededAccount> {
  const platform = await assumeRole(emulator.url, `arn:aws:iam::${PLATFORM_ACCOUNT}:role/platform`, 'platform');
  const sts = new STSClient({ region: 'eu-west-1', endpoint: overlay.url, credentials: platform });
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: scannable.roleArn,
      RoleSessionName: 'cis-scan-test',
      ExternalId: scannable.externalId,
    }),
  );
  return new SeededAccount(scannable.account, overlay.url, {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  });
}

/** Control → region ('' for the account) → whether what it wants was seen there. */
async function readBack(scannable: ScannableAccount, trailBucket: string): Promise<Map<string, Map<string, boolean>>> {
  const account = await enter(scannable);
  const regions = await regionsOf(account);
  const seen = new Map<string, Map<string, boolean>>();
  const note = (where: string, answers: Seen): void => {
    for (const [control, good] of Object.entries(answers)) {
      seen.set(control, (seen.get(control) ?? new Map<string, boolean>()).set(where, good));
    }
  };
  note('', await seenInIam(account));
  note('', await seenInS3(account, trailBucket));
  note('', await seenInTrails(account, regions));
  await inRegions(regions, async (region) => note(region, await seenInRegion(account, region)));
  account.close();
  return seen;
}

describe('seeded accounts, read back through the overlay by the role that scans', () => {
  test('tidy: everything is as every control wants it, in every region', async () => {
    const seen = await readBack(accounts.tidy, `tidy-trail-${accounts.tidy.account}`);
    expect([...seen.keys()].sort()).toEqual([...CONTROLS].sort());
    const bad = [...seen].flatMap(([control, places]) =>
      [...places].flatMap(([where, good]) => (good ? [] : [`${control} ${where}`])),
    );
    expect(bad).toEqual([]);
    expect(seen.get('5.1')?.size).toBeGreaterThanOrEqual(17);
  }, 60_000);

  test('messy: nothing is', async () => {
    const seen = await readBack(accounts.messy, `messy-trail-${accounts.messy.account}`);
    const good = CONTROLS.filter((control) => [...(seen.get(control)?.values() ?? [])].every(Boolean));
    expect(good).toEqual([]);
  }, 60_000);

  test('the role with too few rights is let in and refused', async () => {
    const { tooFewRoleArn, externalId, account } = accounts.messy;
    const entered = await enter({ ...accounts.messy, roleArn: tooFewRoleArn });
    expect(externalId).toBe('demo-external-id');
    expect(await regionsOf(entered)).toContain('eu-west-1');
    await expect(seenInS3(entered, `messy-trail-${account}`)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('keys of a user see the account', async () => {
    const { keys, account } = accounts.tidy;
    const own = new SeededAccount(account, overlay.url, keys);
    expect(await seenInIam(own)).toMatchObject({ '1.8': true });
  });

  test('the overlay works on while the emulator authorizes by itself', async () => {
    const [tidy, tooFew] = [
      await enter(accounts.tidy),
      await enter({ ...accounts.tidy, roleArn: accounts.tidy.tooFewRoleArn }),
    ];
    await fetch(`${emulator.url}/moto-api/reset-auth`, { method: 'POST', body: '0' });
    expect(await seenInRegion(tidy, 'eu-west-1')).toMatchObject({ '3.5': true, '5.1': true });
    expect(await seenInS3(tidy, `tidy-trail-${accounts.tidy.account}`)).toMatchObject({ '1.20': true, '3.6': true });
    await expect(seenInIam(tooFew)).rejects.toMatchObject({ name: 'AccessDenied' });
    const forged = new SeededAccount(tidy.id, emulator.url, { ...tidy.credentials, secretAccessKey: 'forged' });
    await expect(seenInIam(forged)).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
  });
});

import type { Overlay } from './overlay.ts';
import { SeededAccount } from './seed/account.ts';
import { seedMessyAccount } from './seed/messy/account.ts';
import { regionsOf } from './seed/regions.ts';
import { seedScanRoles, type ScanRoles } from './seed/scan-roles.ts';
import { seedTidyAccount } from './seed/tidy/account.ts';
import type { AccessKeyPair } from './seed/users.ts';
import type { AccountFacts } from './overlay/facts.ts';

export const MESSY_ACCOUNT = '111111111111';
export const TIDY_ACCOUNT = '222222222222';

/** How a seeded account can be scanned. */
export interface ScannableAccount extends ScanRoles {
  readonly account: string;
  /** What the trust policies of its roles ask for. */
  readonly externalId: string;
  /** Access keys of an IAM user. */
  readonly keys: AccessKeyPair;
}

export interface SeedOptions {
  readonly emulatorUrl: string;
  readonly overlay: Overlay;
  /** External id of the caller who will scan. */
  readonly externalId: string;
  /** IAM actions of the role CisScan; absent: AWS's ReadOnlyAccess. */
  readonly scanActions?: readonly string[];
}

/**
 * Fills two accounts of a fresh emulator by the calls a customer would make: one in which every automated control of
 * CIS AWS 1.3.0 fails, one in which every one passes. What the emulator cannot be told is told to the overlay.
 */
export async function seedAccounts(options: SeedOptions): Promise<{ messy: ScannableAccount; tidy: ScannableAccount }> {
  const seed = async (
    id: string,
    fill: (account: SeededAccount) => Promise<{ facts: AccountFacts; keys: AccessKeyPair }>,
  ): Promise<ScannableAccount> => {
    const account = await SeededAccount.enter(options.emulatorUrl, id);
    try {
      const roles = await seedScanRoles(account, options.externalId, options.scanActions ?? null);
      const { facts, keys } = await fill(account);
      await options.overlay.describe(id, facts);
      return { account: id, externalId: options.externalId, keys, ...roles };
    } finally {
      account.close();
    }
  };
  const [messy, tidy] = await Promise.all([
    seed(MESSY_ACCOUNT, seedMessyAccount),
    seed(TIDY_ACCOUNT, async (account) => seedTidyAccount(account, await regionsOf(account))),
  ]);
  return { messy, tidy };
}

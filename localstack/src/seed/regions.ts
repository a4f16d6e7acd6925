import { DescribeRegionsCommand } from '@aws-sdk/client-ec2';
import { HOME, type SeededAccount } from './account.ts';

/** The regions that are on in an account. Those of other partitions, which the emulator lists too, are none of its own. */
export async function regionsOf(account: SeededAccount): Promise<string[]> {
  const { Regions } = await account.ec2(HOME).send(new DescribeRegionsCommand({}));
  const names = (Regions ?? []).flatMap(({ RegionName }) => (RegionName === undefined ? [] : [RegionName]));
  return names.filter((name) => !/^(cn|us-gov)-/.test(name)).sort();
}

/** Does something in every region, a few at a time: the emulator is one process behind one lock. */
export async function inRegions(regions: readonly string[], work: (region: string) => Promise<void>): Promise<void> {
  const waiting = regions[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (const region of waiting) await work(region);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

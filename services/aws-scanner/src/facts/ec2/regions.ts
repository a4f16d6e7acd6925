import type { Fact } from '@cis-scan/engine';
import type { Session } from '../../aws.ts';
import { door } from '../door.ts';
import { rightsFor } from '../rights.ts';

const calls = ['ec2:DescribeRegions'] as const;

/**
 * Regions the account has enabled (those that need no opt-in, and those opted into), narrowed to the asked ones.
 * Not defined with `fact`, because every regional fact stands on it.
 */
export const regions: Fact<readonly string[]> = {
  kind: 'fact',
  name: 'ec2/regions',
  calls,
  rights: rightsFor('ec2:DescribeRegions'),
  source: 'ec2:DescribeRegions',
  basis: 'direct',
  needs: {},
  read: async (source: unknown) => {
    const session = source as Session;
    const { Regions = [] } = await door(session, 'global', calls).ec2.describeRegions({ AllRegions: false });
    const enabled = Regions.filter((r) => r.OptInStatus !== 'not-opted-in')
      .flatMap((r) => r.RegionName ?? [])
      .sort();
    // taken at its word, such an answer would make every regional list complete and empty
    if (enabled.length === 0) throw new Error('the answer names no region at all, and every account has some');
    return session.regions === null ? enabled : enabled.filter((region) => session.regions?.includes(region));
  },
};

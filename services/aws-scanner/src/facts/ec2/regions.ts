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
    const enabled = Regions.flatMap((r) => (r.RegionName ? [r.RegionName] : [])).sort();
    return session.regions === null ? enabled : enabled.filter((region) => session.regions?.includes(region));
  },
};

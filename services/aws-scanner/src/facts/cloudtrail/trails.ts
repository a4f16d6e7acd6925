import { derive, Listing } from '@cis-scan/engine';
import { describedTrails } from './described-trails.ts';

/**
 * Every trail once, in the order of their ARNs, with its home region as its region: trails of an organisation included,
 * shadow copies left out.
 */
export const trails = derive({
  name: 'cloudtrail/trails',
  needs: { describedTrails },
  from: (facts) => {
    const { items, gaps, absent } = facts.describedTrails.parts();
    const byArn = new Map(items.map((trail) => [trail.id, { ...trail, region: trail.home }]));
    const inOrder = [...byArn.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return new Listing(inOrder, gaps, absent);
  },
});

import { derive, Listing } from '@cis-scan/engine';
import { describedTrails } from './described-trails.ts';

/** Every trail once, with its home region as its region: trails of an organisation included, shadow copies left out. */
export const trails = derive({
  name: 'cloudtrail/trails',
  needs: { describedTrails },
  from: (facts) => {
    const { items, gaps, absent } = facts.describedTrails.parts();
    const byArn = new Map(items.map((trail) => [trail.id, { ...trail, region: trail.home }]));
    return new Listing([...byArn.values()], gaps, absent);
  },
});

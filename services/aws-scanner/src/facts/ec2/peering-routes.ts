import { derive, Listing } from '@cis-scan/engine';
import { peeringRouteTables } from './peering-route-tables.ts';
import { vpcPeerings } from './vpc-peerings.ts';

/** A route to an active peering, with what lies at its other end. */
export interface PeeringRoute {
  /** A block of addresses, or the id of a prefix list. */
  readonly destination: string;
  readonly peering: string;
  readonly peerVpc: string | null;
  readonly peerBlocks: readonly string[];
}

/**
 * Route tables with their routes to active peerings; a route to any other peering leads nowhere and is left out. Gaps are
 * those of the peerings and of the route tables.
 */
export const peeringRoutes = derive({
  name: 'ec2/peering-routes',
  needs: { vpcPeerings, peeringRouteTables },
  from: (facts) => {
    const peerings = facts.vpcPeerings.parts();
    const tables = facts.peeringRouteTables.parts();
    const items = tables.items.flatMap((table) => {
      const routes = table.routes.flatMap(({ destination, peering }): readonly PeeringRoute[] => {
        const active = peerings.items.find((p) => p.peeringId === peering && p.region === table.region);
        if (!active) return [];
        const far = active.ends.filter((end) => end.vpc !== table.vpc);
        const peerBlocks = far.flatMap((end) => end.blocks);
        return [{ destination, peering, peerVpc: far[0]?.vpc ?? null, peerBlocks }];
      });
      return routes.length > 0 ? [{ ...table, routes }] : [];
    });
    return new Listing(items, [...peerings.gaps, ...tables.gaps], peerings.absent);
  },
});

import { check, fail, manual, manualUnread, notApplicable, optional, saw, suggesting, target } from '@cis-scan/engine';
import { peeringRouteTables } from '../../facts/ec2/peering-route-tables.ts';
import { peeringRoutes } from '../../facts/ec2/peering-routes.ts';
import { vpcPeerings } from '../../facts/ec2/vpc-peerings.ts';
import { wideBecause } from '../../semantics/peering-route.ts';

const isPrefixList = (destination: string): boolean => destination.startsWith('pl-');

export default check({
  title: 'Routes over VPC peerings reach no further than needed',
  why: 'Whoever takes over a host in one VPC gets as far into the next as the routes between them reach.',
  fix: 'Replace routes to the whole peer VPC by routes to the subnets or hosts that are needed: VPC, Route tables, Edit routes; or aws ec2 create-route and delete-route.',
  needs: { peeringRoutes: optional(peeringRoutes) },
  options: { whenUnproven: 'manual' },
  evaluate({ peeringRoutes: reading }, { whenUnproven }) {
    if (!reading.ok) return [manualUnread(reading.gap, target)];
    return reading.value.each(
      (table) => {
        const { vpc, subnets, routes } = table;
        const seen = [
          saw(peeringRouteTables, {
            vpc,
            subnets,
            routes: routes.map(({ destination, peering }) => ({ destination, peering })),
          }),
          saw(vpcPeerings, {
            peers: routes.map(({ peering, peerVpc, peerBlocks }) => ({ peering, peerVpc, peerBlocks })),
          }),
        ];
        const wide = routes.flatMap(({ destination, peering, peerBlocks }) => {
          const why = wideBecause(destination, peerBlocks);
          return why === null ? [] : [`the route to ${destination} over ${peering} ${why}`];
        });
        if (wide.length > 0) {
          const reason = `${wide.join('; ')}; it should reach only what is needed`;
          return whenUnproven === 'fail'
            ? fail(table, reason, ...seen)
            : suggesting('fail', manual(table, `${reason}, which a person must say`, ...seen));
        }
        const lists = routes.map((r) => r.destination).filter(isPrefixList);
        const unseen = lists.length > 0 ? `; what the prefix lists ${lists.join(', ')} hold was not evaluated` : '';
        const narrow = routes.map((r) => `${r.destination} over ${r.peering}`).join(', ');
        const reason = `no route takes in a whole block of a peer VPC (${narrow})${unseen}; a person must say whether each is needed`;
        return manual(table, reason, ...seen);
      },
      () =>
        notApplicable(target, 'no active VPC peering has a route that leads to it, in any region that was looked at'),
      { unread: (gap) => manualUnread(gap) },
    );
  },
});

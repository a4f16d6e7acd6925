import type { Route } from '@aws-sdk/client-ec2';
import { regional } from '../define.ts';
import { pages } from '../door.ts';
import { told } from '../told.ts';
import { peeringRegions } from './peering-regions.ts';

const destinationOf = (route: Route): string =>
  told(
    route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId,
    'the destination of a route',
  );

/**
 * Route tables with routes over peerings (only these routes), in the regions that have an active peering.
 * API: ec2 DescribeRouteTables, which answers at most 100 tables at once.
 */
export const peeringRouteTables = regional({
  name: 'ec2/peering-route-tables',
  calls: ['ec2:DescribeRouteTables'],
  in: peeringRegions,
  async *read({ ec2 }, { account, partition, region }) {
    const ask = (NextToken: string | undefined) => ec2.describeRouteTables({ MaxResults: 100, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      for (const table of page.RouteTables ?? []) {
        const routes = (table.Routes ?? []).flatMap((route) =>
          route.VpcPeeringConnectionId
            ? [{ destination: destinationOf(route), peering: route.VpcPeeringConnectionId }]
            : [],
        );
        if (routes.length === 0) continue;
        const tableId = told(table.RouteTableId, 'the id of a route table');
        yield {
          id: `arn:${partition}:ec2:${region}:${table.OwnerId ?? account}:route-table/${tableId}`,
          vpc: told(table.VpcId, 'the VPC of a route table'),
          subnets: (table.Associations ?? []).filter((a) => a.SubnetId).length,
          routes,
        };
      }
    }
  },
});

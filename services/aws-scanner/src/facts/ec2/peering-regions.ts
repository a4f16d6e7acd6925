import { derive } from '@cis-scan/engine';
import { vpcPeerings } from './vpc-peerings.ts';

/** Regions with an active peering: only there route tables are asked for. */
export const peeringRegions = derive({
  name: 'ec2/peering-regions',
  needs: { vpcPeerings },
  from: (facts): readonly string[] => [...new Set(facts.vpcPeerings.known().map((p) => p.region))].sort(),
});

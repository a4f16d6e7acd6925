import { contains, isWholeInternet } from './cidr.ts';

/**
 * Why a route over a VPC peering is wide: its destination is the whole internet, or holds a whole block of the VPC at the
 * other end. `null` where it is narrower, and for a prefix list, whose blocks the route does not tell.
 */
export function wideBecause(destination: string, peerBlocks: readonly string[]): string | null {
  if (isWholeInternet(destination)) return 'is every address there is';
  const block = peerBlocks.find((peer) => contains(destination, peer));
  return block === undefined ? null : `takes in the whole block ${block} of the peer VPC`;
}

import { expect, test } from '@jest/globals';
import { wideBecause } from './peering-route.ts';

const PEER = ['10.1.0.0/16', '10.2.0.0/16', '2001:db8:1::/56'];

test.each([
  ['0.0.0.0/0', PEER, /every address/],
  ['::/0', PEER, /every address/],
  ['0.0.0.0/0', [], /every address/],
  ['10.1.0.0/16', PEER, /whole block 10\.1\.0\.0\/16/],
  ['10.2.0.0/16', PEER, /whole block 10\.2\.0\.0\/16/],
  ['10.0.0.0/8', PEER, /whole block 10\.1\.0\.0\/16/],
  ['2001:db8:1::/56', PEER, /whole block 2001:db8:1::\/56/],
  ['2001:db8::/32', PEER, /whole block 2001:db8:1::\/56/],
])('%s to %j is wide', (destination, peer, why) => expect(wideBecause(destination, peer)).toMatch(why));

test.each([
  ['10.1.4.0/24', PEER],
  ['10.1.4.7/32', PEER],
  ['192.168.0.0/16', PEER],
  ['2001:db8:1:2::/64', PEER],
  ['10.0.0.0/8', []],
  ['10.0.0.0/8', ['no block']],
  ['pl-12345678', PEER],
])('%s to %j is not', (destination, peer) => expect(wideBecause(destination, peer)).toBeNull());

import { expect, test } from '@jest/globals';
import { countedTransports, isEveryProtocol, portInRange, transportsOf } from './transport.ts';

test.each([
  ['-1', ['tcp', 'udp'], true],
  ['all', ['tcp', 'udp'], true],
  ['6', ['tcp'], false],
  ['TCP', ['tcp'], false],
  ['17', ['udp'], false],
  ['udp', ['udp'], false],
  ['1', [], false],
  ['icmp', [], false],
  ['icmpv6', [], false],
  ['58', [], false],
  ['constructor', [], false],
])('%s carries %j', (protocol, transports, every) => {
  expect(transportsOf(protocol)).toEqual(transports);
  expect(isEveryProtocol(protocol)).toBe(every);
});

test.each([
  ['-1', ['tcp', 'udp', 'all'], ['tcp', 'udp']],
  ['-1', ['all'], ['tcp', 'udp']],
  ['-1', ['tcp'], ['tcp']],
  ['-1', [], []],
  ['tcp', ['all'], []],
  ['tcp', ['tcp', 'udp'], ['tcp']],
  ['17', ['tcp'], []],
  ['icmp', ['tcp', 'udp', 'all'], []],
])('%s with %j counted: %j', (protocol, counted, transports) =>
  expect(countedTransports(protocol, counted)).toEqual(transports),
);

test.each([
  [22, 22, 22, true],
  [22, 0, 65_535, true],
  [22, 23, 30, false],
  [22, 1, 21, false],
  [22, null, null, true],
  [22, -1, -1, true],
  [22, 0, 0, false],
  [3389, 3000, null, true],
])('port %i in %j to %j: %s', (port, from, to, yes) => expect(portInRange(port, from, to)).toBe(yes));

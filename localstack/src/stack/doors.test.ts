import { expect, test } from '@jest/globals';
import { doorsSet, tenantDoorsSet } from './doors.ts';

const AWS = { SCAN_AWS_ENDPOINT_URL: 'http://a' };
const GRAPH = { SCAN_GRAPH_ENDPOINT_URL: 'https://g' };
const DNS = { SCAN_DNS_SERVERS: '127.0.0.1:53' };
const TRUST = { NODE_EXTRA_CA_CERTS: '/ca.pem' };

test.each<[string, Record<string, string>, boolean, Record<string, string>]>([
  ['none', { PATH: '/bin', ...TRUST }, false, {}],
  ['an empty one', { SCAN_GRAPH_ENDPOINT_URL: '' }, false, {}],
  ['accounts alone: the demo tenants keep their authority', { ...AWS, ...TRUST }, false, AWS],
  ['tenants, with their authority', { ...GRAPH, ...TRUST }, true, { ...GRAPH, ...TRUST }],
  ['name servers alone', { ...DNS, ...AWS }, true, { ...DNS, ...AWS }],
  ['what is no door', { SCAN_ROLE_PATTERN: '*' }, false, {}],
])('%s', (_, env, tenants, doors) => {
  expect(tenantDoorsSet(env)).toBe(tenants);
  expect(doorsSet(env)).toEqual(doors);
});

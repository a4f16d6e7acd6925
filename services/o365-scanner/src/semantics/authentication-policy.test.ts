import { expect, test } from '@jest/globals';
import { isMeant } from './authentication-policy.ts';

const policy = { id: 'guid-1', names: ['Block basic', 'CN=Block basic,CN=Auth Policies,DC=x'], allows: [] };

test.each([
  ['Block basic', true],
  ['block BASIC', true],
  ['guid-1', true],
  ['CN=Block basic,CN=Auth Policies,DC=x', true],
  ['CN=Block basic,CN=Auth Policies,DC=elsewhere', true],
  ['CN=Block basic for some,CN=Auth Policies,DC=x', false],
  ['Block', false],
  ['', false],
])('%s means it: %s', (reference, meant) => expect(isMeant(policy, reference)).toBe(meant));

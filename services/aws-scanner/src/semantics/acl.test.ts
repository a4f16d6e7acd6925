import { expect, test } from '@jest/globals';
import { publicGrants } from './acl.ts';

const group = (name: string, permission = 'READ') => ({
  granteeUri: `http://acs.amazonaws.com/groups/${name}`,
  permission,
});
const owner = { granteeUri: null, permission: 'FULL_CONTROL' };

test.each([
  ['only the owner', [owner], 0],
  ['nobody', [], 0],
  ['everyone', [owner, group('global/AllUsers')], 1],
  ['everyone with an account', [group('global/AuthenticatedUsers', 'WRITE_ACP')], 1],
  ['both, twice', [group('global/AllUsers'), group('global/AllUsers', 'WRITE'), group('global/AuthenticatedUsers')], 3],
  ['log delivery', [group('s3/LogDelivery', 'WRITE')], 0],
  ['a group of a like name', [group('global/AllUsersOfOurs')], 0],
])('%s', (_, grants, count) => expect(publicGrants(grants)).toHaveLength(count));

import { fact } from '../define.ts';
import { unlessAbsent } from '../door.ts';

/**
 * The organisation that the account belongs to; `null` for an account on its own, which AWS answers as an error.
 * Every member account may ask. API: organizations DescribeOrganization.
 */
export const organization = fact({
  name: 'organizations/organization',
  calls: ['organizations:DescribeOrganization'],
  async read({ organizations }, _, { account }) {
    const answer = await unlessAbsent(organizations.describeOrganization({}), 'AWSOrganizationsNotInUseException');
    if (answer === undefined) return null;
    const { Id: id, MasterAccountId: managementAccount } = answer.Organization ?? {};
    if (!id || !managementAccount) throw new Error('the organisation lacks its id or its management account');
    return { id, managementAccount, isManagement: managementAccount === account };
  },
});

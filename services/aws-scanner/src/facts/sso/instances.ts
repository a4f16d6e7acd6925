import { fact } from '../define.ts';
import { pages } from '../door.ts';

/**
 * Instances of IAM Identity Center that the account sees in the partition's home region. None proves nothing: only the
 * management and the delegated administrator's account see the organisation's, and only in its own region.
 * API: sso-admin ListInstances.
 */
export const identityCenters = fact({
  name: 'sso/instances',
  calls: ['sso:ListInstances'],
  async read({ sso }) {
    const ids: string[] = [];
    const ask = (NextToken: string | undefined) => sso.listInstances({ MaxResults: 100, NextToken });
    for await (const page of pages(ask, (p) => p.NextToken)) {
      ids.push(...(page.Instances ?? []).flatMap(({ InstanceArn }) => InstanceArn ?? []));
    }
    return ids.sort();
  },
});

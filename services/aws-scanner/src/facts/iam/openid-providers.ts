import { fact } from '../define.ts';

/** ARNs of the account's OpenID Connect providers. API: iam ListOpenIDConnectProviders, which has no pages. */
export const openIdProviders = fact({
  name: 'iam/openid-providers',
  calls: ['iam:ListOpenIDConnectProviders'],
  async read({ iam }) {
    const { OpenIDConnectProviderList: providers = [] } = await iam.listOpenIDConnectProviders({});
    return providers.flatMap(({ Arn }) => Arn ?? []).sort();
  },
});

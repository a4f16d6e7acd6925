import { fact } from '../define.ts';

/** ARNs of the account's SAML identity providers. API: iam ListSAMLProviders, which has no pages. */
export const samlProviders = fact({
  name: 'iam/saml-providers',
  calls: ['iam:ListSAMLProviders'],
  async read({ iam }) {
    const { SAMLProviderList: providers = [] } = await iam.listSAMLProviders({});
    return providers.flatMap(({ Arn }) => Arn ?? []).sort();
  },
});

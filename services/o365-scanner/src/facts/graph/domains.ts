import { graphList } from '../define.ts';

/** The tenant's domains, verified or not. */
export const domains = graphList({
  name: 'graph/domains',
  get: '/v1.0/domains',
  permissions: ['Domain.Read.All'],
  read: (item) => ({
    id: item.at('id').text().toLowerCase(),
    /** `Managed`: passwords are Microsoft's; `Federated`: another directory's. */
    authentication: item.at('authenticationType').text(),
    isDefault: item.at('isDefault').flag(),
    isInitial: item.at('isInitial').flag(),
    isRoot: item.at('isRoot').flag(),
    isVerified: item.at('isVerified').flag(),
    services: item.at('supportedServices').texts(),
    /** Days; 2147483647 means never. `null` where it was never set, whose meaning Microsoft does not settle. */
    passwordValidityDays: item.at('passwordValidityPeriodInDays').or(null, (days) => days.number()),
  }),
});

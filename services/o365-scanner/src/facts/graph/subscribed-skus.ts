import { graphList } from '../define.ts';

/** The products that the tenant has bought, with the service plans inside them. */
export const subscribedSkus = graphList({
  name: 'graph/subscribed-skus',
  get: '/v1.0/subscribedSkus',
  permissions: ['Directory.Read.All'],
  read: (item) => ({
    id: item.at('skuPartNumber').text(),
    /** `Enabled` and `Warning` (grace time) work; `Suspended`, `Deleted` and `LockedOut` do not. */
    status: item.at('capabilityStatus').text(),
    seats: item.at('prepaidUnits', 'enabled').number() + item.at('prepaidUnits', 'warning').number(),
    plans: item
      .at('servicePlans')
      .items()
      .map((plan) => ({
        name: plan.at('servicePlanName').text(),
        status: plan.at('provisioningStatus').text(),
      })),
  }),
});

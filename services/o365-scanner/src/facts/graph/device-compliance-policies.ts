import { graphList } from '../define.ts';
import { devicePolicy } from './device-settings.ts';

/** What devices must satisfy to be compliant, with whether anybody was given it. Takes a licence of Intune. */
export const deviceCompliancePolicies = graphList({
  name: 'graph/device-compliance-policies',
  get: '/v1.0/deviceManagement/deviceCompliancePolicies?$expand=assignments',
  permissions: ['DeviceManagementConfiguration.Read.All'],
  read: (item) => devicePolicy(item, 'compliance'),
});

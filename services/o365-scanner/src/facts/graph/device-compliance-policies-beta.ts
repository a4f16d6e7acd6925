import { graphList } from '../define.ts';
import { devicePolicy } from './device-settings.ts';

/** The same policies with members that v1.0 does not document: firewall and antivirus of Windows among them. */
export const deviceCompliancePoliciesBeta = graphList({
  name: 'graph/device-compliance-policies-beta',
  get: '/beta/deviceManagement/deviceCompliancePolicies?$expand=assignments',
  permissions: ['DeviceManagementConfiguration.Read.All'],
  read: (item) => devicePolicy(item, 'compliance'),
});

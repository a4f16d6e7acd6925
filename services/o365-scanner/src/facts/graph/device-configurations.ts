import { graphList } from '../define.ts';
import { devicePolicy } from './device-settings.ts';

/** Configurations that Intune brings to devices, with whether anybody was given them. Takes a licence of Intune. */
export const deviceConfigurations = graphList({
  name: 'graph/device-configurations',
  get: '/v1.0/deviceManagement/deviceConfigurations?$expand=assignments',
  permissions: ['DeviceManagementConfiguration.Read.All'],
  read: (item) => devicePolicy(item, 'configuration'),
});

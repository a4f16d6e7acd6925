import type { JsonObject } from '../json.ts';

/** Who a policy is for; an empty list is nobody. */
const assignedTo = (id: string, target: 'allDevices' | 'allLicensedUsers' | null): readonly JsonObject[] =>
  target === null ? [] : [{ id: `${id}_1`, target: { '@odata.type': `#microsoft.graph.${target}AssignmentTarget` } }];

/** A policy of Intune: a device configuration or a compliance policy. */
export const devicePolicy = (
  type:
    | 'iosGeneralDeviceConfiguration'
    | 'androidGeneralDeviceConfiguration'
    | 'iosCompliancePolicy'
    | 'androidCompliancePolicy'
    | 'windows10CompliancePolicy',
  at: number,
  displayName: string,
  target: 'allDevices' | 'allLicensedUsers' | null,
  settings: JsonObject,
): JsonObject => {
  const id = `d6e7f809-0000-4000-8000-0000000000${at}`;
  return {
    '@odata.type': `#microsoft.graph.${type}`,
    id,
    displayName,
    description: null,
    version: 4,
    createdDateTime: '2025-09-01T08:00:00Z',
    lastModifiedDateTime: '2025-10-01T08:00:00Z',
    ...settings,
    assignments: assignedTo(id, target),
  };
};

/** A policy of the settings catalogue: every setting under a name of its own. */
export const cataloguePolicy = (
  at: number,
  name: string,
  platforms: string,
  settings: Readonly<Record<string, number>>,
): JsonObject => {
  const id = `f8091a2b-0000-4000-8000-0000000000${at}`;
  const entries = Object.entries(settings);
  return {
    id,
    name,
    platforms,
    technologies: 'mdm,appleRemoteManagement',
    settingCount: entries.length,
    settings: entries.map(([settingDefinitionId, value], at) => ({
      id: String(at),
      settingInstance: {
        '@odata.type': '#microsoft.graph.deviceManagementConfigurationSimpleSettingInstance',
        settingDefinitionId,
        simpleSettingValue: {
          '@odata.type': '#microsoft.graph.deviceManagementConfigurationIntegerSettingValue',
          value,
        },
      },
    })),
    assignments: assignedTo(id, 'allDevices'),
  };
};

const platform = (personalDeviceEnrollmentBlocked: boolean): JsonObject => ({
  platformBlocked: false,
  personalDeviceEnrollmentBlocked,
  osMinimumVersion: '',
  osMaximumVersion: '',
});

/** Which devices may be enrolled. */
export const enrollment = (personalBlocked: boolean): JsonObject => ({
  '@odata.type': '#microsoft.graph.deviceEnrollmentPlatformRestrictionsConfiguration',
  id: '3f0c_DefaultPlatformRestrictions',
  displayName: 'All users and all devices',
  priority: 0,
  iosRestriction: platform(personalBlocked),
  windowsRestriction: platform(personalBlocked),
  androidRestriction: platform(personalBlocked),
  macOSRestriction: platform(personalBlocked),
});

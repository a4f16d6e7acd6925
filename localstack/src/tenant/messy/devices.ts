import type { Json } from '../json.ts';
import { devicePolicy, enrollment } from '../shapes/devices.ts';

/** Intune: good policies that nobody was given, and weak ones that everybody has, on telephones of one make alone. */
export const devices: Readonly<Record<string, Json>> = {
  '/deviceManagement': {
    id: '9c4d1f20-6b7a-4c1d-8e2f-5a6b7c8d9e0f',
    settings: { deviceComplianceCheckinThresholdDays: 30, isScheduledActionEnabled: true, secureByDefault: false },
  },
  '/deviceManagement/deviceEnrollmentConfigurations': [enrollment(false)],
  '/deviceManagement/deviceConfigurations': [
    devicePolicy('iosGeneralDeviceConfiguration', 90, 'iOS restrictions', 'allDevices', {
      passcodeRequired: false,
      passcodeRequiredType: 'numeric',
      passcodeBlockSimple: false,
      passcodeMinimumLength: 4,
      passcodeMinimumCharacterSetCount: null,
      passcodeExpirationDays: 90,
      passcodePreviousPasscodeBlockCount: null,
      passcodeMinutesOfInactivityBeforeScreenTimeout: 15,
      passcodeSignInFailureCountBeforeWipe: null,
    }),
    devicePolicy('androidGeneralDeviceConfiguration', 91, 'Android restrictions (draft)', null, {
      passwordRequired: true,
      passwordRequiredType: 'alphanumeric',
      passwordMinimumLength: 6,
      passwordExpirationDays: null,
      passwordPreviousPasswordBlockCount: 5,
      passwordMinutesOfInactivityBeforeScreenTimeout: 5,
      passwordSignInFailureCountBeforeFactoryReset: 10,
      storageRequireDeviceEncryption: true,
    }),
  ],
  '/deviceManagement/deviceCompliancePolicies': [
    devicePolicy('iosCompliancePolicy', 92, 'iOS compliance', 'allLicensedUsers', {
      passcodeRequired: false,
      passcodeBlockSimple: false,
      passcodeMinimumLength: null,
      passcodeRequiredType: 'deviceDefault',
      securityBlockJailbrokenDevices: false,
      managedEmailProfileRequired: false,
    }),
    devicePolicy('windows10CompliancePolicy', 93, 'Windows compliance', 'allDevices', {
      passwordRequired: true,
      bitLockerEnabled: false,
      activeFirewallRequired: false,
      antivirusRequired: true,
      antiSpywareRequired: false,
      defenderEnabled: false,
    }),
  ],
  'beta:/deviceManagement/configurationPolicies': [],
};

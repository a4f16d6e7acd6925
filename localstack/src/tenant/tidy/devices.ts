import type { Json } from '../json.ts';
import { cataloguePolicy, devicePolicy, enrollment } from '../shapes/devices.ts';

/** Intune: every make of telephone and the computers, with policies that somebody was given. */
export const devices: Readonly<Record<string, Json>> = {
  '/deviceManagement': {
    id: '3f0c8c1e-5d0b-4a55-9a3b-6b6f1f6f0a11',
    settings: { deviceComplianceCheckinThresholdDays: 30, isScheduledActionEnabled: true, secureByDefault: true },
  },
  '/deviceManagement/deviceEnrollmentConfigurations': [enrollment(true)],
  '/deviceManagement/deviceConfigurations': [
    devicePolicy('iosGeneralDeviceConfiguration', 80, 'iOS restrictions', 'allDevices', {
      passcodeRequired: true,
      passcodeRequiredType: 'alphanumeric',
      passcodeBlockSimple: true,
      passcodeMinimumLength: 6,
      passcodeMinimumCharacterSetCount: 2,
      passcodeExpirationDays: null,
      passcodePreviousPasscodeBlockCount: 5,
      passcodeMinutesOfInactivityBeforeScreenTimeout: 5,
      passcodeSignInFailureCountBeforeWipe: 10,
    }),
    devicePolicy('androidGeneralDeviceConfiguration', 81, 'Android restrictions', 'allLicensedUsers', {
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
    devicePolicy('iosCompliancePolicy', 82, 'iOS compliance', 'allLicensedUsers', {
      passcodeRequired: true,
      passcodeBlockSimple: true,
      passcodeMinimumLength: 6,
      passcodeExpirationDays: null,
      passcodePreviousPasscodeBlockCount: 5,
      passcodeMinutesOfInactivityBeforeLock: 5,
      passcodeRequiredType: 'alphanumeric',
      securityBlockJailbrokenDevices: true,
      managedEmailProfileRequired: true,
    }),
    devicePolicy('androidCompliancePolicy', 83, 'Android compliance', 'allLicensedUsers', {
      passwordRequired: true,
      passwordMinimumLength: 6,
      passwordRequiredType: 'alphanumeric',
      passwordExpirationDays: null,
      passwordPreviousPasswordBlockCount: 5,
      passwordMinutesOfInactivityBeforeLock: 5,
      securityBlockJailbrokenDevices: true,
      storageRequireEncryption: true,
    }),
    devicePolicy('windows10CompliancePolicy', 84, 'Windows compliance', 'allDevices', {
      passwordRequired: true,
      bitLockerEnabled: true,
      activeFirewallRequired: true,
      antivirusRequired: true,
      antiSpywareRequired: true,
      defenderEnabled: true,
    }),
  ],
  'beta:/deviceManagement/configurationPolicies': [
    cataloguePolicy(94, 'iOS passcode (catalogue)', 'iOS', { 'com.apple.mobiledevice.passwordpolicy_minlength': 6 }),
  ],
};

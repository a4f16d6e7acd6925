import {
  meansPassword,
  PROTECTIONS,
  SILENT,
  type DevicePolicy,
  type DeviceSettings,
} from '../../semantics/device-policy.ts';
import type { Answer } from '../answer.ts';

/** Kinds of configuration that speak of passwords, and every compliance policy. */
const ABOUT_PASSWORDS = /^(ios|android(WorkProfile|DeviceOwner)?)GeneralDeviceConfiguration$|CompliancePolicy$/;
/** Configurations in which the type of password alone says that there must be one. */
const PASSWORD_BY_TYPE = /^android(WorkProfile|DeviceOwner)GeneralDeviceConfiguration$/;

function platformOf(type: string): string {
  const [, platform] = /^(ios|android|aosp|windows|macos)/i.exec(type) ?? [];
  const small = (platform ?? type).toLowerCase();
  return small === 'aosp' ? 'android' : small;
}

/** Whether somebody was given it. An exclusion alone gives it to nobody. */
export const assignedIn = (item: Answer): boolean =>
  item
    .at('assignments')
    .items()
    .map((assignment) => assignment.at('target', '@odata.type').text())
    .some((target) => !/exclusion/i.test(target));

/**
 * Reads the first of these members that says something. Each type of policy has its own names for a setting; one that is
 * null, or that the type does not have, is not configured.
 */
const first = <T>(item: Answer, read: (place: Answer) => T, ...names: readonly string[]): T | null =>
  names.reduce<T | null>((known, name) => known ?? item.at(name).or(null, read), null);

/** `atLeastAlphanumeric` of work profiles demands what `alphanumeric` of other types does. */
const plainType = (type: string): string => type.replace(/^atLeast(.)/, (_, letter: string) => letter.toLowerCase());

function settingsOf(item: Answer, type: string): DeviceSettings {
  const flag = (...names: readonly string[]) => first(item, (place) => place.flag(), ...names);
  const number = (...names: readonly string[]) => first(item, (place) => place.number(), ...names);
  const word = first(item, (place) => place.text(), 'passcodeRequiredType', 'passwordRequiredType');
  const passwordType = word === null ? null : plainType(word);
  const demanded = PASSWORD_BY_TYPE.test(type) ? meansPassword(passwordType) : null;
  return {
    ...SILENT,
    passwordRequired: flag('passcodeRequired', 'passwordRequired') ?? demanded,
    passwordType,
    simpleBlocked: flag('passcodeBlockSimple', 'passwordBlockSimple'),
    minLength: number('passcodeMinimumLength', 'passwordMinimumLength'),
    expirationDays: number('passcodeExpirationDays', 'passwordExpirationDays'),
    remembered: number(
      'passcodePreviousPasscodeBlockCount',
      'passwordPreviousPasswordBlockCount',
      'passwordPreviousPasswordCountToBlock',
    ),
    // passcodeMinutesOfInactivityBeforeLock of iOS is not among them: it counts from when the screen is off already
    inactivityMinutes: number(
      'passcodeMinutesOfInactivityBeforeScreenTimeout',
      'passwordMinutesOfInactivityBeforeScreenTimeout',
      'passwordMinutesOfInactivityBeforeLock',
    ),
    failuresBeforeWipe: number('passcodeSignInFailureCountBeforeWipe', 'passwordSignInFailureCountBeforeFactoryReset'),
    encryptionRequired: flag('storageRequireDeviceEncryption', 'storageRequireEncryption'),
    jailbrokenBlocked: flag('securityBlockJailbrokenDevices'),
    mailProfileRequired: flag('managedEmailProfileRequired'),
    protections: Object.fromEntries(
      PROTECTIONS.flatMap((name) => {
        const on = flag(name);
        return on === null ? [] : [[name, on]];
      }),
    ),
  };
}

/** A device configuration or compliance policy. */
export function devicePolicy(item: Answer, kind: 'configuration' | 'compliance'): DevicePolicy {
  const type = item
    .at('@odata.type')
    .text()
    .replace(/^#?microsoft\.graph\./, '');
  return {
    id: item.at('id').text(),
    name: item.at('displayName').or('', (name) => name.text()),
    kind,
    type,
    platforms: [platformOf(type)],
    assigned: assignedIn(item),
    aboutPasswords: ABOUT_PASSWORDS.test(type),
    settings: settingsOf(item, type),
    untranslated: [],
  };
}

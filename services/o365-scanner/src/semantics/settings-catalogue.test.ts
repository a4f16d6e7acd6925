import { describe, expect, test } from '@jest/globals';
import { SILENT } from './device-policy.ts';
import { aboutPasswords, catalogueSettings, untranslatedIn } from './settings-catalogue.ts';

const PAYLOAD = 'com.apple.mobiledevice.passwordpolicy_';
const ANDROID = 'com.android.devicerestrictionpolicy.';

describe('what settings of the catalogue say', () => {
  test.each([
    { id: `${PAYLOAD}forcepin`, value: 'true', says: { passwordRequired: true } },
    { id: `${PAYLOAD}allowsimple`, value: 'true', says: { simpleBlocked: false } },
    { id: `${PAYLOAD}allowsimple`, value: 'false', says: { simpleBlocked: true } },
    { id: `${PAYLOAD}requirealphanumeric`, value: 'false', says: {} },
    { id: `${PAYLOAD}minlength`, value: '6', says: { minLength: 6 } },
    { id: `${PAYLOAD}maxpinageindays`, value: 90, says: { expirationDays: 90 } },
    { id: `${PAYLOAD}maxpinageindays`, value: 0, says: {} },
    { id: 'passcode_requirecomplexpasscode', value: 'true', says: { simpleBlocked: true } },
    { id: 'passcode_maximumfailedattempts', value: 11, says: { failuresBeforeWipe: 11 } },
    {
      id: `${ANDROID}passwordrequiredtype`,
      value: 'alphanumericwithsymbols',
      says: { passwordType: 'alphanumericWithSymbols', passwordRequired: true },
    },
    {
      id: `${ANDROID}passwordrequiredtype`,
      value: 'devicedefault',
      says: { passwordType: 'deviceDefault', passwordRequired: false },
    },
    { id: 'com.apple.applicationaccess_allowcamera', value: 'false', says: {} },
  ])('$id = $value', ({ id, value, says }) =>
    expect(catalogueSettings(new Map([[id, value]]))).toEqual({ ...SILENT, ...says }),
  );
  test.each([
    [`${PAYLOAD}forcepin`, 'perhaps'],
    [`${PAYLOAD}minlength`, 'six'],
    [`${PAYLOAD}minlength`, ''],
    [`${ANDROID}passwordrequiredtype`, 'runes'],
  ])('%s = %j cannot be read', (id, value) => expect(() => catalogueSettings(new Map([[id, value]]))).toThrow(/"/));
});

test('settings near the question under unknown names are kept for a person', () => {
  const ids = [`${ANDROID}screentimeout`, `${ANDROID}cameradisabled`, `${ANDROID}passwordminimumlength`, 'passcode_x'];
  expect(untranslatedIn(new Map(ids.map((id) => [id, 1])))).toEqual([`${ANDROID}screentimeout`]);
});
test.each([
  [`${PAYLOAD}maxgraceperiod`, true],
  [`${ANDROID}passwordminimumlength`, true],
  ['com.apple.applicationaccess_allowcamera', false],
])('%s is about passwords: %s', (id, about) => expect(aboutPasswords(new Map([[id, 1]]))).toBe(about));

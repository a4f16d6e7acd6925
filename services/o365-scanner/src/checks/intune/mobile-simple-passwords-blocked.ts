import { check } from '@cis-scan/engine';
import { rulesOut } from '../../semantics/device-policy.ts';
import { carriedOnEvery } from './_demand.ts';

const options = { forbiddenAndroidTypes: ['numeric', 'numericComplex'], platforms: ['ios', 'android'] };

export default check({
  title: 'Simple passwords are blocked on mobile devices',
  why: '1234 and 0000 are what a finder tries first.',
  fix: 'In the Intune admin center, Devices, Configuration or Compliance, block simple passwords on iOS and require a type with letters on Android, and assign the policies.',
  options,
  ...carriedOnEvery<typeof options>({
    // Android has no switch for it: there the type of password must be one that is not made of digits alone
    does: ({ forbiddenAndroidTypes }, platform) =>
      platform === 'android'
        ? `demands passwords of a type that rules out ${forbiddenAndroidTypes.join(' and ')}`
        : 'blocks simple passwords',
    meets: ({ simpleBlocked, passwordType }, { forbiddenAndroidTypes }, platform) =>
      platform === 'android' ? rulesOut(passwordType, forbiddenAndroidTypes) : simpleBlocked === true,
    shows: ({ simpleBlocked, passwordType }, platform) => (platform === 'android' ? passwordType : simpleBlocked),
  }),
});

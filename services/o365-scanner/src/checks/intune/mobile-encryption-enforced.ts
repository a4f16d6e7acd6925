import { check } from '@cis-scan/engine';
import { carriedOnEvery } from './_demand.ts';

const options = { platforms: ['android'] };

export default check({
  title: 'Mobile devices are encrypted',
  why: 'What lies in clear on a lost device can be read without ever knowing its password.',
  fix: 'In the Intune admin center, Devices, Configuration or Compliance, require encryption of the storage in a policy for Android, and assign it.',
  options,
  ...carriedOnEvery<typeof options>({
    // iOS encrypts by itself as soon as there is a passcode
    does: (_, platform) => (platform === 'ios' ? 'demands the passcode by which iOS encrypts' : 'demands encryption'),
    meets: ({ encryptionRequired, passwordRequired }, _, platform) =>
      (platform === 'ios' ? passwordRequired : encryptionRequired) === true,
    shows: ({ encryptionRequired, passwordRequired }, platform) =>
      platform === 'ios' ? passwordRequired : encryptionRequired,
  }),
});

import { check } from '@cis-scan/engine';
import { carriedOnEvery } from './_demand.ts';

const options = { platforms: ['ios', 'android'] };

export default check({
  title: 'Mobile devices must have a password',
  why: 'Without one, whoever holds the device reads its mail and files.',
  fix: 'In the Intune admin center, Devices, Configuration or Compliance, require a password in a policy for each platform, and assign it.',
  options,
  ...carriedOnEvery<typeof options>({
    does: () => 'demands a password',
    meets: ({ passwordRequired }) => passwordRequired === true,
    shows: ({ passwordRequired }) => passwordRequired,
  }),
});

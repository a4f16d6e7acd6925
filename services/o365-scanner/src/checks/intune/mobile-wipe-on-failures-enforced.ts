import { check } from '@cis-scan/engine';
import { carriedOnEvery } from './_demand.ts';

const options = { maxFailures: 10, platforms: ['ios', 'android'] };

export default check({
  title: 'Mobile devices are wiped after repeated wrong passwords',
  why: 'A found or stolen device can be tried for as long as somebody likes; a wipe ends that before the password is guessed.',
  fix: 'In the Intune admin center, Devices, Configuration, set "Number of sign-in failures before wiping device" to 10 or fewer in the device restrictions of each platform, and assign them.',
  options,
  ...carriedOnEvery<typeof options>({
    does: ({ maxFailures }) => `wipes the device after at most ${maxFailures} wrong passwords`,
    meets: ({ failuresBeforeWipe: failures }, { maxFailures }) =>
      failures !== null && failures >= 1 && failures <= maxFailures,
    shows: ({ failuresBeforeWipe }) => failuresBeforeWipe,
  }),
});

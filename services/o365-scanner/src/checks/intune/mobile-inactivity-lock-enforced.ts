import { check } from '@cis-scan/engine';
import { carriedOnEvery } from './_demand.ts';

const options = { maxMinutes: 5, platforms: ['ios', 'android'] };

export default check({
  title: 'Mobile devices lock after minutes without use',
  why: 'A device that was put down and stays open belongs to whoever picks it up.',
  fix: 'In the Intune admin center, Devices, Configuration, set the maximum minutes of inactivity until the screen locks to 5 or fewer in the device restrictions of each platform, and assign them.',
  options,
  ...carriedOnEvery<typeof options>({
    does: ({ maxMinutes }) => `locks the device after at most ${maxMinutes} minutes without use`,
    meets: ({ inactivityMinutes: minutes }, { maxMinutes }) =>
      minutes !== null && minutes >= 1 && minutes <= maxMinutes,
    shows: ({ inactivityMinutes }) => inactivityMinutes,
  }),
});

import { check } from '@cis-scan/engine';
import { carriedOnEvery } from './_demand.ts';

const options = { minRemembered: 5, platforms: ['ios', 'android'] };

export default check({
  title: 'Mobile devices remember old passwords',
  why: 'Who changes a password that somebody saw and then takes it back has changed nothing.',
  fix: 'In the Intune admin center, Devices, Configuration, set "Prevent reuse of previous passwords" to 5 or more in the device restrictions of each platform, and assign them.',
  options,
  ...carriedOnEvery<typeof options>({
    does: ({ minRemembered }) => `keeps the last ${minRemembered} passwords or more from being taken again`,
    meets: ({ remembered }, { minRemembered }) => remembered !== null && remembered >= minRemembered,
    shows: ({ remembered }) => remembered,
  }),
});

import { check } from '@cis-scan/engine';
import { carriedOnEvery } from './_demand.ts';

const options = { minLength: 6, platforms: ['ios', 'android'] };

export default check({
  title: 'Passwords of mobile devices are long enough',
  why: 'Four digits are guessed, or seen over a shoulder, soon enough to matter.',
  fix: 'In the Intune admin center, Devices, Configuration or Compliance, set the minimum password length to 6 or more in a policy for each platform, and assign it.',
  options,
  ...carriedOnEvery<typeof options>({
    does: ({ minLength }) => `demands passwords of at least ${minLength} characters`,
    meets: (settings, { minLength }) => settings.minLength !== null && settings.minLength >= minLength,
    shows: ({ minLength }) => minLength,
  }),
});

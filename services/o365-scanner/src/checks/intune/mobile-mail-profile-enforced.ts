import { check } from '@cis-scan/engine';
import { carriedOnEvery } from './_demand.ts';

const options = { platforms: ['ios'] };

export default check({
  title: 'Mail on mobile devices comes by a managed profile',
  why: 'Mail that was set up by hand stays on the device after it left the organisation; a managed profile takes it along.',
  fix: 'In the Intune admin center, Devices, Compliance, in a policy for iOS, Email, require that mail is not set up without a managed profile, and assign it.',
  options,
  ...carriedOnEvery<typeof options>({
    kinds: ['compliance'],
    does: () => 'demands a managed mail profile',
    meets: ({ mailProfileRequired }) => mailProfileRequired === true,
    shows: ({ mailProfileRequired }) => mailProfileRequired,
  }),
});

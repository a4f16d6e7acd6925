import { check } from '@cis-scan/engine';
import { carriedOnEvery } from './_demand.ts';

const options = { platforms: ['ios', 'android'] };

export default check({
  title: 'Jailbroken and rooted devices are blocked',
  why: "On such a device every app can reach what other apps keep, the organisation's mail and files among it.",
  fix: 'In the Intune admin center, Devices, Compliance, block jailbroken (iOS) and rooted (Android) devices in a policy for each platform, and assign it.',
  options,
  ...carriedOnEvery<typeof options>({
    kinds: ['compliance'],
    does: () => 'takes jailbroken or rooted devices for non-compliant',
    meets: ({ jailbrokenBlocked }) => jailbrokenBlocked === true,
    shows: ({ jailbrokenBlocked }) => jailbrokenBlocked,
  }),
});

import { check } from '@cis-scan/engine';
import { carriedOnEvery } from './_demand.ts';

const options = { platforms: ['ios', 'android'] };

export default check({
  title: 'Mobile devices are under policies',
  why: 'A device that Intune says nothing to has only the protection its owner chose.',
  fix: 'In the Intune admin center, Devices, create a configuration or compliance policy for each mobile platform in use, and assign it.',
  options,
  ...carriedOnEvery<typeof options>({
    does: () => 'governs the devices',
    meets: () => true,
    shows: () => null,
  }),
});

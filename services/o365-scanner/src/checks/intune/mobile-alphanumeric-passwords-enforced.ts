import { check } from '@cis-scan/engine';
import { carriedOnEvery } from './_demand.ts';

const options = { acceptedTypes: ['alphanumeric', 'alphanumericWithSymbols'], platforms: ['ios', 'android'] };

export default check({
  title: 'Passwords of mobile devices hold letters and digits',
  why: 'Letters make of a short password one that is not guessed by trying all numbers.',
  fix: 'In the Intune admin center, Devices, Configuration or Compliance, require passwords of the type alphanumeric in a policy for each platform, and assign it.',
  options,
  ...carriedOnEvery<typeof options>({
    does: ({ acceptedTypes }) => `demands passwords of the type ${acceptedTypes.join(' or ')}`,
    meets: ({ passwordType }, { acceptedTypes }) => passwordType !== null && acceptedTypes.includes(passwordType),
    shows: ({ passwordType }) => passwordType,
  }),
});

import { graph } from '../define.ts';

/** Whether Microsoft's security defaults are in force: MFA for everyone and no legacy authentication, without licences. */
export const securityDefaults = graph({
  name: 'graph/security-defaults',
  get: '/v1.0/policies/identitySecurityDefaultsEnforcementPolicy',
  permissions: ['Policy.Read.All'],
  read: (answer) => ({ enabled: answer.at('isEnabled').flag() }),
});

import {
  check,
  fail,
  manual,
  manualUnread,
  notApplicable,
  notAssessed,
  optional,
  pass,
  saw,
  suggesting,
  target,
} from '@cis-scan/engine';
import { instanceRoles } from '../../facts/ec2/instance-roles.ts';
import { instances } from '../../facts/ec2/instances.ts';
import { instanceProfiles } from '../../facts/iam/instance-profiles.ts';

export default check({
  title: 'EC2 instances get their rights from an IAM role',
  why: 'A role hands out keys that change every few hours; without one, people leave lasting access keys on the disk, where whoever gets in finds them.',
  fix: 'Give the instance a role: EC2, the instance, Actions, Security, Modify IAM role; or aws ec2 associate-iam-instance-profile. Then remove access keys from its disk and its user data.',
  needs: { instanceRoles: optional(instanceRoles) },
  options: { whenUnproven: 'fail' },
  evaluate({ instanceRoles: reading }, { whenUnproven }) {
    // Where a person decides, a role too is only a hint: whether keys lie on the disk besides is not to be seen from outside.
    const byPerson = whenUnproven === 'manual';
    const unread = byPerson ? manualUnread : notAssessed;
    if (!reading.ok) return [unread(reading.gap, target)];
    return reading.value.each(
      (instance) => {
        const { held, name, state, profile } = instance;
        const seen = saw(instances, { name, state, profile });
        const without = (found: string) =>
          byPerson
            ? manual(instance, `${found}; a person must say whether it calls AWS, and with which keys`, seen)
            : fail(instance, `${found}; it should have a role`, seen);
        if (held === null) return without(`the instance (${state}) has no instance profile`);
        if ('gap' in held) return unread(held.gap, instance);
        const [role] = held.roles;
        if (role === undefined) return without(`instance profile ${profile} holds no role`);
        const proof = saw(instanceProfiles, { roles: held.roles });
        if (!byPerson) return pass(instance, `the instance uses role ${role}`, seen, proof);
        const reason = `the instance uses role ${role}; a person must say whether access keys lie on it besides`;
        return suggesting('pass', manual(instance, reason, seen, proof));
      },
      () => notApplicable(target, 'there is no instance in any region that was looked at'),
      { unread: (gap) => unread(gap) },
    );
  },
});

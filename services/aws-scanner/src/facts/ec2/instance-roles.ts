import { derive, Listing, type Gap } from '@cis-scan/engine';
import { instanceProfiles } from '../iam/instance-profiles.ts';
import { instances } from './instances.ts';

/** What an instance's profile holds: roles (none at all for a profile that is gone), or the gap in place of the answer. */
export type ProfileRoles = { readonly roles: readonly string[] } | { readonly gap: Gap } | null;

/**
 * Instances with the roles of their profile; `null` where they carry none. Where profiles are unread, the gap stands with
 * the instances that carry one, and says nothing about the others.
 */
export const instanceRoles = derive({
  name: 'ec2/instance-roles',
  needs: { instances, instanceProfiles },
  from: (facts) => {
    const profiles = facts.instanceProfiles.parts();
    const roles = new Map(profiles.items.map((profile) => [profile.id, profile.roles]));
    const held = (profile: string): ProfileRoles => {
      const known = roles.get(profile);
      if (known) return { roles: known };
      const [gap] = profiles.gaps;
      return gap ? { gap } : { roles: [] };
    };
    const { items, gaps, absent } = facts.instances.parts();
    const withRoles = items.map((i) => ({ ...i, held: i.profile === null ? null : held(i.profile) }));
    return new Listing(withRoles, gaps, absent);
  },
});

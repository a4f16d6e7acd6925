import { Listing, type Gap } from '@cis-scan/engine';
import type { Holder, ManagedPolicy } from '../facts/iam/authorization-details.ts';

/** What refusing the one call behind users, roles and customer policies leaves. */
export const unlisted: Gap = {
  fact: 'iam/authorization-details',
  cause: 'denied',
  rights: ['iam:GetAccountAuthorizationDetails'],
  detail: 'iam:GetAccountAuthorizationDetails answered AccessDenied',
};

/** A user or role that holds nothing unless told otherwise. */
export const holder = (kind: 'user' | 'role', name: string, over: Partial<Holder> = {}): Holder => ({
  id: `arn:aws:iam::111122223333:${kind}/${name}`,
  name,
  attached: [],
  inline: [],
  inlineFullAdmin: [],
  ...over,
});

/** The fact's value; `gaps` hold for all three lists, which come in one answer. */
export const details = (
  { users = [], roles = [], policies = [] }: { users?: Holder[]; roles?: Holder[]; policies?: ManagedPolicy[] },
  gaps: readonly Gap[] = [],
) => ({
  users: new Listing(users, gaps),
  roles: new Listing(roles, gaps),
  policies: new Listing(policies, gaps),
});

import type { JudgedPolicy } from '../facts/graph/judged-policies.ts';

type Over = Partial<Omit<JudgedPolicy, 'users' | 'apps'>> & {
  readonly users?: Partial<JudgedPolicy['users']>;
  readonly apps?: Partial<JudgedPolicy['apps']>;
};

/** A Conditional Access policy in force for all users and all resources that demands MFA, with what a case changes in it. */
export const policy = ({ users, apps, ...over }: Over = {}): JudgedPolicy => ({
  id: 'p1',
  name: 'CA01',
  state: 'enabled',
  users: {
    include: ['All'],
    includeGroups: [],
    includeRoles: [],
    exclude: [],
    excludeGroups: [],
    excludeRoles: [],
    excludesGuests: false,
    ...users,
  },
  apps: { include: ['All'], exclude: [], filtered: false, ...apps },
  clientApps: ['all'],
  signInRisk: [],
  userRisk: [],
  narrowedBy: [],
  grant: { operator: 'OR', controls: ['mfa'], strength: null, others: 0 },
  session: null,
  excluded: users?.exclude ?? [],
  unread: null,
  ...over,
});

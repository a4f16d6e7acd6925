/** Narrowing conditions by which a policy applies to some sign-ins only. */
export const CONDITIONS = [
  'platforms',
  'locations',
  'devices',
  'client applications',
  'authentication flows',
  'client app types',
  'sign-in risk',
  'user risk',
  'insider risk',
  'service principal risk',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** A Conditional Access policy in the words of its rules. Ids are template ids of roles and object ids of the rest. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  readonly state: 'enabled' | 'report-only' | 'disabled';
  readonly users: {
    /** Ids, or `All`, `None`, `GuestsOrExternalUsers`. */
    readonly include: readonly string[];
    readonly includeGroups: readonly string[];
    readonly includeRoles: readonly string[];
    readonly exclude: readonly string[];
    readonly excludeGroups: readonly string[];
    readonly excludeRoles: readonly string[];
    /** True where any kind of guest is left out. */
    readonly excludesGuests: boolean;
  };
  readonly apps: {
    /** Ids, or `All`, `None`, `Office365`, `MicrosoftAdminPortals`. */
    readonly include: readonly string[];
    readonly exclude: readonly string[];
    /** A filter by attributes leaves apps in or out by rules of its own. */
    readonly filtered: boolean;
  };
  readonly clientApps: readonly string[];
  readonly signInRisk: readonly string[];
  readonly userRisk: readonly string[];
  /** Which conditions narrow it. */
  readonly narrowedBy: readonly Condition[];
  /** Null where it only governs sessions. */
  readonly grant: Grant | null;
  readonly session: Session | null;
}
/** What it asks before it lets in. */
export interface Grant {
  readonly operator: 'AND' | 'OR';
  /** `mfa`, `block`, `compliantDevice`, `passwordChange`, `riskRemediation` … */
  readonly controls: readonly string[];
  readonly strength: { readonly id: string; readonly satisfies: readonly string[] } | null;
  /** Terms of use and controls of third parties: further demands that are not MFA. */
  readonly others: number;
}
/** What it does to a session. */
export interface Session {
  readonly signInFrequency: 'every-time' | { readonly hours: number } | null;
  readonly persistentBrowser: 'always' | 'never' | null;
}

/** What is asked of a policy that must hold for all. */
export interface Cover {
  /** Conditions that may narrow it, because the control is about them. */
  readonly conditions?: readonly Condition[];
  readonly allowedExcludedApps: readonly string[];
}

const list = (some: readonly string[]): string => some.join(', ');

/** Why a policy is not in force for every resource and every sign-in; empty: it is. Who it is for is `audience` below. */
export function scopeLacks(policy: Policy, { conditions = [], allowedExcludedApps }: Cover): readonly string[] {
  const { state, apps, narrowedBy } = policy;
  const lacks: string[] = [];
  if (state !== 'enabled') lacks.push(state === 'disabled' ? 'it is disabled' : 'it only reports and does not enforce');
  if (!apps.include.includes('All')) lacks.push('it is not for all resources');
  const excluded = apps.exclude.filter((id) => !allowedExcludedApps.includes(id));
  if (excluded.length > 0) lacks.push(`it leaves out the resources ${list(excluded)}`);
  if (apps.filtered) lacks.push('a filter chooses its resources');
  const narrowing = narrowedBy.filter((condition) => !conditions.includes(condition));
  if (narrowing.length > 0) lacks.push(`it is narrowed by ${list(narrowing)}`);
  return lacks;
}

/** Why a policy does not name all users; empty: it does. */
export const allUsersLacks = ({ users }: Policy): readonly string[] =>
  users.include.includes('All') ? [] : ['it is not for all users'];

/** Why the exclusions of roles and guests take away more than accounts; empty: they do not. */
export function groupExclusionLacks({ users }: Policy): readonly string[] {
  const lacks: string[] = [];
  if (users.excludeRoles.length > 0) lacks.push(`it leaves out the roles ${list(users.excludeRoles)}`);
  if (users.excludesGuests) lacks.push('it leaves out guests');
  return lacks;
}

/** True where nobody is let in. */
export const blocks = (grant: Grant | null): boolean => grant !== null && grant.controls.includes('block');

/**
 * True where there is no way in without multifactor authentication: it is asked for, and nothing weaker is offered
 * instead of it. Built-in control and authentication strength count alike.
 */
export function demandsMfa(grant: Grant | null): boolean {
  if (grant === null) return false;
  const byStrength = grant.strength?.satisfies.includes('mfa') ?? false;
  const others = grant.controls.filter((control) => control !== 'mfa').length + grant.others;
  const asked = byStrength || grant.controls.includes('mfa');
  return asked && (grant.operator === 'AND' || others === 0);
}

/** Accounts that a policy leaves out, its groups told by their members. Ids, each once. */
export const excludedAccounts = ({ users }: Policy, members: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set([...users.exclude.filter((id) => id !== 'GuestsOrExternalUsers'), ...members.flat()]);

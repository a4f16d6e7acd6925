import type { AwsCloud } from './arn.ts';

/** Characters that sts:AssumeRole takes as an inline session policy. */
const LIMIT = 2_048;

/** Asked by intake to know missing rights beforehand; a session limited to the facts' rights must hold it as well. */
export const SIMULATE = 'iam:SimulatePrincipalPolicy';

export const readOnlyAccess = (cloud: AwsCloud): string => `arn:${cloud}:iam::aws:policy/ReadOnlyAccess`;

/**
 * The smallest session policy that lets a scan read what it needs, or `null` when it does not fit and AWS's ReadOnlyAccess
 * has to serve. A session policy only takes away: what the role itself does not hold, it does not give.
 */
export function sessionPolicy(rights: readonly string[]): string | null {
  if (rights.length === 0) return null;
  const Action = [...new Set([...rights, SIMULATE])].sort();
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
  return text.length <= LIMIT ? text : null;
}

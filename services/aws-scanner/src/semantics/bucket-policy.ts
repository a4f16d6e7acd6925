import { isWholeInternet } from './cidr.ts';
import { isEveryone, statementLabel, type Condition, type Statement } from './policy.ts';

export interface PublicOptions {
  /** True: an Allow to everyone passes when a condition narrows who that is. */
  readonly conditionedWildcardPasses: boolean;
}

export interface PublicBucketPolicy {
  readonly public: boolean;
  /** The statements that make it public. */
  readonly statements: readonly string[];
  readonly notes: readonly string[];
}

/** Keys that say who calls or from where. Others (encryption, TLS, prefix …) say how, and leave everyone in. */
const WHO = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);

/** Operators that demand a value. The negative ones exclude some and let the rest of the world in; `…IfExists` lets in callers without the key. */
const DEMANDS = /^(foranyvalue:)?(stringequals|stringequalsignorecase|stringlike|arnequals|arnlike|ipaddress)$/i;

const anything = (value: string): boolean => /^[*?:]*\*[*?:]*$/.test(value) || isWholeInternet(value);

const narrowsWho = ({ operator, key, values }: Condition): boolean =>
  WHO.has(key) && DEMANDS.test(operator) && values.length > 0 && !values.some(anything);

/** Everyone by name, or everyone but some: an Allow with NotPrincipal takes in callers without any identity. */
export const concernsEveryone = (statement: Statement): boolean =>
  statement.effect === 'Allow' && (isEveryone(statement.principals) || statement.notPrincipals !== null);

/**
 * Does a bucket policy allow something to everyone? By the published rule any Allow for the principal `*` does, conditions or not; with
 * `conditionedWildcardPasses` one that a condition narrows to certain callers does not.
 */
export function isPublic(statements: readonly Statement[], options: PublicOptions): PublicBucketPolicy {
  const open: string[] = [];
  const notes: string[] = [];
  for (const statement of statements.filter(concernsEveryone)) {
    const label = statementLabel(statement);
    const narrowed = statement.conditions.some(narrowsWho);
    if (narrowed) notes.push(`${label} is for everyone but narrowed by a condition`);
    else if (statement.conditions.length > 0) notes.push(`${label} has a condition that leaves everyone in`);
    if (statement.notPrincipals !== null) notes.push(`${label} names only those it is not for`);
    if (!narrowed || !options.conditionedWildcardPasses) open.push(label);
  }
  return { public: open.length > 0, statements: open, notes };
}

export { deniesPlainHttp, type DeniesPlainHttp, type PlainHttpOptions } from './plain-http.ts';

import { isEveryAction, readPolicy, statementLabel, type Statement } from './policy.ts';

/** A statement that allows every action on every resource. */
export interface FullGrant {
  readonly statement: string;
  /** Operators and keys of its conditions, which the benchmark does not consider. */
  readonly conditions: readonly string[];
}

export type GrantsEverything =
  | {
      readonly ok: true;
      readonly grants: boolean;
      readonly full: readonly FullGrant[];
      /** What a reader should know and what does not decide: near misses and conditions. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly detail: string };

const everyAction = (statement: Statement): boolean => statement.actions?.some(isEveryAction) === true;
const everyResource = (statement: Statement): boolean => statement.resources?.some((r) => /^\*+$/.test(r)) === true;

function note(statement: Statement): readonly string[] {
  const label = statementLabel(statement);
  if (everyAction(statement) && everyResource(statement)) {
    return statement.conditions.length > 0 ? [`${label} has a condition, which does not count here`] : [];
  }
  if (statement.notActions !== null && everyResource(statement)) {
    return [`${label} allows all but some actions on every resource, which can be as broad`];
  }
  if (statement.notResources !== null && everyAction(statement)) {
    return [`${label} allows every action on all but some resources, which can be as broad`];
  }
  return [];
}

/**
 * Does one statement of an identity policy allow every action on every resource? Judged statement by statement, as the benchmark does:
 * two statements do not add up, a Deny elsewhere does not help, and conditions are only noted. Never throws.
 */
export function grantsEverything(document: unknown): GrantsEverything {
  const policy = readPolicy(document);
  if (!policy.ok) return policy;
  const allows = policy.statements.filter((statement) => statement.effect === 'Allow');
  const full = allows
    .filter((statement) => everyAction(statement) && everyResource(statement))
    .map((statement) => ({
      statement: statementLabel(statement),
      conditions: statement.conditions.map(({ operator, key }) => `${operator} ${key}`),
    }));
  return { ok: true, grants: full.length > 0, full, notes: allows.flatMap(note) };
}

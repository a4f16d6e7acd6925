type OneOrMany<T> = T | readonly T[];

/** A statement of an IAM policy document, as JSON has it. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: OneOrMany<string>;
  readonly NotAction?: OneOrMany<string>;
  readonly Resource?: OneOrMany<string>;
  readonly NotResource?: OneOrMany<string>;
  readonly Principal?: '*' | Readonly<Record<string, OneOrMany<string>>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany<string | boolean>>>>>;
}

export type Decision = 'allowed' | 'implicitDeny' | 'explicitDeny';

export function many<T>(value: OneOrMany<T> | undefined): readonly T[] {
  return value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** Statements of a policy document, URL-encoded or not (the emulator and AWS differ here). */
export function statementsOf(document: string): readonly Statement[] {
  const json = document.trimStart().startsWith('{') ? document : decodeURIComponent(document);
  const { Statement: statements } = JSON.parse(json) as { Statement?: OneOrMany<Statement> };
  return many(statements);
}

const compiled = new Map<string, RegExp>();

/** `*` and `?` as IAM means them. */
export function wildcard(pattern: string, flags = ''): RegExp {
  const key = `${flags} ${pattern}`;
  let expression = compiled.get(key);
  if (expression === undefined) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    expression = new RegExp(`^${source}$`, `s${flags}`);
    compiled.set(key, expression);
  }
  return expression;
}

function covers(patterns: readonly string[], value: string, flags: string): boolean {
  return patterns.some((pattern) => wildcard(pattern, flags).test(value));
}

function actionFits(statement: Statement, action: string): boolean {
  return statement.NotAction === undefined
    ? covers(many(statement.Action), action, 'i')
    : !covers(many(statement.NotAction), action, 'i');
}

function resourceFits(statement: Statement, resource: string | null): boolean {
  // Which resource a call is about is not worked out: an allowance for some is taken, a denial for some is not.
  if (resource === null) return statement.Effect === 'Allow' || many(statement.Resource).includes('*');
  return statement.NotResource === undefined
    ? covers(many(statement.Resource), resource, '')
    : !covers(many(statement.NotResource), resource, '');
}

/**
 * What identity policies say about one action on one resource (null: on whatever the call names).
 * Statements with a condition count as not met, since the context of a call is not known here.
 */
export function decide(statements: readonly Statement[], action: string, resource: string | null): Decision {
  let decision: Decision = 'implicitDeny';
  for (const statement of statements) {
    if (statement.Condition !== undefined) continue;
    if (!actionFits(statement, action) || !resourceFits(statement, resource)) continue;
    if (statement.Effect === 'Deny') return 'explicitDeny';
    decision = 'allowed';
  }
  return decision;
}

/** Both must allow: a session policy only ever takes away. */
export function both(first: Decision, second: Decision): Decision {
  if (first === 'explicitDeny' || second === 'explicitDeny') return 'explicitDeny';
  return first === 'allowed' ? second : first;
}

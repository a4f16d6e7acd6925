/** One test of a condition block. Several values are alternatives; several conditions must all hold. */
export interface Condition {
  /** As written: `StringEquals`, `BoolIfExists`, `ForAnyValue:StringLike` … */
  readonly operator: string;
  /** In lower case: condition keys are compared without regard to case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** Who a statement is about: `*` alone is everyone, signed in or not. */
export type Principals = '*' | readonly { readonly type: string; readonly id: string }[];

/** A statement in one form: lists where the document may have a list or a single value; `null` where the element is absent. */
export interface Statement {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[] | null;
  readonly notActions: readonly string[] | null;
  readonly resources: readonly string[] | null;
  readonly notResources: readonly string[] | null;
  readonly principals: Principals | null;
  readonly notPrincipals: Principals | null;
  readonly conditions: readonly Condition[];
}

/** What to call a statement in a report. */
export const statementLabel = (statement: Statement): string =>
  statement.sid === null || statement.sid === '' ? `statement ${statement.index + 1}` : `statement "${statement.sid}"`;

type Fields = Readonly<Record<string, unknown>>;

/** A document that is no policy; the message says why and quotes nothing of it. */
export class NotAPolicy extends Error {}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function texts(value: unknown, where: string): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map((item: unknown) => {
    if (typeof item === 'string') return item;
    throw new NotAPolicy(`${where} holds something that is not text`);
  });
}

const optionalTexts = (fields: Fields, name: string): readonly string[] | null =>
  Object.hasOwn(fields, name) ? texts(fields[name], name) : null;

function principalsOf(fields: Fields, name: string): Principals | null {
  if (!Object.hasOwn(fields, name)) return null;
  const value = fields[name];
  if (value === '*') return '*';
  if (!isFields(value)) throw new NotAPolicy(`${name} is neither "*" nor a list of principals by type`);
  return Object.entries(value).flatMap(([type, ids]) => texts(ids, name).map((id) => ({ type, id })));
}

function conditionsOf(value: unknown): readonly Condition[] {
  if (value === undefined) return [];
  if (!isFields(value)) throw new NotAPolicy('Condition is not an object');
  return Object.entries(value).flatMap(([operator, keys]) => {
    if (!isFields(keys)) throw new NotAPolicy('a condition operator has no keys');
    return Object.entries(keys).map(([key, raw]) => {
      const values = (Array.isArray(raw) ? raw : [raw]).map((item: unknown) => {
        if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') return String(item);
        throw new NotAPolicy('a condition compares with something that is no text, number or boolean');
      });
      return { operator, key: key.toLowerCase(), values };
    });
  });
}

/** Brings one statement into the one form. Throws NotAPolicy where a part cannot be understood: a statement half read could be the open one. */
export function readStatement(value: unknown, index: number): Statement {
  if (!isFields(value)) throw new NotAPolicy('a statement is not an object');
  const { Effect: effect, Sid: sid } = value;
  if (effect !== 'Allow' && effect !== 'Deny')
    throw new NotAPolicy('a statement has neither the effect Allow nor Deny');
  return {
    index,
    sid: typeof sid === 'string' ? sid : null,
    effect,
    actions: optionalTexts(value, 'Action'),
    notActions: optionalTexts(value, 'NotAction'),
    resources: optionalTexts(value, 'Resource'),
    notResources: optionalTexts(value, 'NotResource'),
    principals: principalsOf(value, 'Principal'),
    notPrincipals: principalsOf(value, 'NotPrincipal'),
    conditions: conditionsOf(value['Condition']),
  };
}

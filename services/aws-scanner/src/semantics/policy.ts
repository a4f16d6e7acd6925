import { includes, policyGlob } from './glob.ts';
import { isFields, NotAPolicy, readStatement, type Principals, type Statement } from './policy-statement.ts';

export { statementLabel, type Condition, type Principals, type Statement } from './policy-statement.ts';

export type PolicyReading =
  | { readonly ok: true; readonly statements: readonly Statement[] }
  /** `detail` says what is wrong and quotes nothing of the document. */
  | { readonly ok: false; readonly detail: string };

/** The largest policy that AWS stores (KMS keys) has 32 KiB; URL encoding can treble it. Far beyond is not a policy. */
const MAX_LENGTH = 512 * 1024;

function documentOf(text: string): unknown {
  if (text.length > MAX_LENGTH) throw new NotAPolicy('the document is too long');
  const plain = /^\s*[{%]/.exec(text)?.[0].endsWith('%') === true ? decodeURIComponent(text) : text;
  return JSON.parse(plain);
}

function read(document: unknown): readonly Statement[] {
  const value = typeof document === 'string' ? documentOf(document) : document;
  if (!isFields(value)) throw new NotAPolicy('the document is not an object');
  const statement = value['Statement'];
  if (statement === undefined || statement === null) throw new NotAPolicy('the document has no statements');
  return (Array.isArray(statement) ? statement : [statement]).map(readStatement);
}

/**
 * Reads an IAM or resource policy: the object itself, JSON text, or URL-encoded JSON text as IAM hands it out.
 * Never throws; a document that is not understood in whole is answered with `ok: false`.
 */
export function readPolicy(document: unknown): PolicyReading {
  try {
    return { ok: true, statements: read(document) };
  } catch (error) {
    if (error instanceof NotAPolicy) return { ok: false, detail: error.message };
    // Bad JSON, a bad escape, nesting beyond the stack: the library's message would quote the document.
    return { ok: false, detail: 'the document is not valid JSON' };
  }
}

/** `*`, also in the doubled and the two-part spelling `*:*`. */
const EVERYTHING = /^\*+(:\*+)?$/;

/** Does an action pattern stand for every action of every service? */
export const isEveryAction = (pattern: string): boolean => EVERYTHING.test(pattern);

/** Does the action pattern (`s3:Get*`, `*`) take in every action that `action` names? Case does not matter, wildcards on both sides do. */
export function actionCovers(pattern: string, action: string): boolean {
  if (isEveryAction(pattern)) return true;
  return includes(policyGlob(pattern.toLowerCase()), policyGlob(action.toLowerCase()));
}

/** Does the resource pattern take in every resource that `resource` names? Case matters, wildcards on both sides do. */
export const resourceCovers = (pattern: string, resource: string): boolean =>
  includes(policyGlob(pattern), policyGlob(resource));

/** Does the principal element stand for everyone: `"*"`, `{"AWS": "*"}`, or a list with it? */
export function isEveryone(principals: Principals | null): boolean {
  if (principals === null) return false;
  return principals === '*' || principals.some(({ type, id }) => id === '*' && ['AWS', '*'].includes(type));
}

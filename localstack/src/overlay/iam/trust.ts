import { many, wildcard, type Statement } from './evaluate.ts';

/** Who asks for a role, and with what. */
export interface AssumeRequest {
  /** Account and ARN of the caller, an assumed role by its session's ARN. */
  readonly account: string;
  readonly arn: string;
  readonly externalId: string | null;
  readonly mfa: boolean;
}

/** arn:aws:sts::A:assumed-role/R/session → arn:aws:iam::A:role/R; others as they are. */
export function principalArn(arn: string): string {
  const match = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\//.exec(arn);
  return match ? `arn:${match[1]}:iam::${match[2]}:role/${match[3]}` : arn;
}

function principalFits(statement: Statement, request: AssumeRequest): boolean {
  if (statement.Principal === '*') return true;
  return many(statement.Principal?.['AWS']).some(
    (principal) =>
      principal === '*' ||
      principal === request.account ||
      new RegExp(`^arn:[^:]+:iam::${request.account}:root$`).test(principal) ||
      principal === request.arn ||
      principal === principalArn(request.arn),
  );
}

const OPERATORS: Record<string, (wanted: string, value: string) => boolean> = {
  StringEquals: (wanted, value) => wanted === value,
  StringLike: (wanted, value) => wildcard(wanted).test(value),
  Bool: (wanted, value) => wanted.toLowerCase() === value,
};

/** Whether every condition holds. A key or an operator that is not known here does not hold. */
function conditionsHold(statement: Statement, request: AssumeRequest): boolean {
  const values: Record<string, string | null> = {
    'sts:externalid': request.externalId,
    'aws:multifactorauthpresent': String(request.mfa),
  };
  return Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => {
      const value = values[key.toLowerCase()] ?? null;
      const holds = OPERATORS[operator];
      return value !== null && holds !== undefined && many(wanted).some((one) => holds(String(one), value));
    }),
  );
}

/** Whether a trust policy lets this caller assume its role. */
export function trusts(statements: readonly Statement[], request: AssumeRequest): boolean {
  const fitting = statements.filter(
    (statement) =>
      many(statement.Action).some((action) => wildcard(action, 'i').test('sts:AssumeRole')) &&
      principalFits(statement, request) &&
      conditionsHold(statement, request),
  );
  return fitting.length > 0 && fitting.every(({ Effect }) => Effect === 'Allow');
}

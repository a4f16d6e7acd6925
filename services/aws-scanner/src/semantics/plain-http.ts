import { actionCovers, isEveryone, resourceCovers, statementLabel, type Condition, type Statement } from './policy.ts';

export interface PlainHttpOptions {
  /** Action that the deny must cover at least, `s3:GetObject` or `s3:*`. */
  readonly minimumDeniedAction: string;
  /** True: a deny of old TLS versions counts like one of plain HTTP. */
  readonly tlsVersionConditionAccepted: boolean;
  readonly minTlsVersion: number;
  /** True: a deny that further conditions narrow counts, with a note. */
  readonly narrowedDenyPasses: boolean;
}

export interface DeniesPlainHttp {
  readonly denies: boolean;
  /** The statement that decides; `null` when none does. */
  readonly statement: string | null;
  readonly notes: readonly string[];
}

/** Can the statement decide, whatever the options? A Deny that speaks of the transport, or of nothing and so of everything. */
export const concernsPlainHttp = ({ effect, conditions }: Statement): boolean =>
  effect === 'Deny' &&
  (conditions.length === 0 || conditions.some(({ key }) => ['aws:securetransport', 's3:tlsversion'].includes(key)));

function meansPlainHttp(condition: Condition, options: PlainHttpOptions): boolean {
  const { key, values } = condition;
  const operator = condition.operator.toLowerCase();
  if (key === 'aws:securetransport') {
    return ['bool', 'boolifexists'].includes(operator) && values.some((value) => value.toLowerCase() === 'false');
  }
  if (key !== 's3:tlsversion' || !options.tlsVersionConditionAccepted || operator !== 'numericlessthan') return false;
  return values.some((value) => Number(value) >= options.minTlsVersion);
}

/** Why a Deny about plain HTTP does not reach far enough; empty when it does. */
function shortcomings(statement: Statement, bucketArn: string, options: PlainHttpOptions): readonly string[] {
  const reasons: string[] = [];
  if (!isEveryone(statement.principals)) {
    reasons.push(statement.notPrincipals === null ? 'is not for everyone' : 'is for all but some principals');
  }
  if (statement.actions?.some((pattern) => actionCovers(pattern, options.minimumDeniedAction)) !== true) {
    reasons.push(
      statement.notActions === null ? `does not deny ${options.minimumDeniedAction}` : 'denies all but some actions',
    );
  }
  if (statement.resources?.some((pattern) => resourceCovers(pattern, `${bucketArn}/*`)) !== true) {
    reasons.push(statement.notResources === null ? 'does not cover all objects' : 'covers all but some resources');
  }
  if (!options.narrowedDenyPasses && statement.conditions.length > 1) reasons.push('is narrowed by further conditions');
  return reasons;
}

/**
 * Does one Deny of the bucket's policy refuse every caller who comes without TLS? `bucketArn` is `arn:<partition>:s3:::<bucket>`. An Allow for
 * TLS only does not refuse anybody, and statements do not add up. A Deny without any condition refuses plain HTTP with everything else.
 */
export function deniesPlainHttp(
  statements: readonly Statement[],
  bucketArn: string,
  options: PlainHttpOptions,
): DeniesPlainHttp {
  const notes: string[] = [];
  for (const statement of statements) {
    const { conditions } = statement;
    const about = conditions.length === 0 || conditions.some((condition) => meansPlainHttp(condition, options));
    if (statement.effect !== 'Deny' || !about) continue;
    const label = statementLabel(statement);
    const reasons = shortcomings(statement, bucketArn, options);
    if (reasons.length > 0) {
      notes.push(`${label} ${reasons.join(', ')}`);
      continue;
    }
    const open = statement.resources?.some((pattern) => resourceCovers(pattern, bucketArn)) !== true;
    return {
      denies: true,
      statement: label,
      notes: [
        ...(conditions.length > 1 ? [`${label} is narrowed by further conditions`] : []),
        ...(open ? [`${label} covers objects only; calls on the bucket itself stay open to plain HTTP`] : []),
      ],
    };
  }
  return { denies: false, statement: null, notes };
}

import { IAMClient, SimulatePrincipalPolicyCommand, type EvaluationResult } from '@aws-sdk/client-iam';
import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { AwsCloud } from './arn.ts';
import { scanClientConfig, type AwsDoor } from './client-config.ts';

/** What policy simulation says about each right that was asked for. */
export interface RightsCheck {
  readonly allowed: readonly string[];
  /** Known to be missing. */
  readonly denied: readonly string[];
  /** Nobody could say: simulation refused or broken, or the policy hangs on a condition only a real call would meet. */
  readonly unverified: readonly string[];
}

const CHUNK = 50;

/** An answer may name an action in another case than it was asked in. */
const lower = (action: string | undefined): string => (action ?? '').toLowerCase();

/** Conditions whose values the simulator was not given decide nothing: such a "no" may be a "yes" in a real call. */
function judged(result: EvaluationResult): keyof RightsCheck {
  if (result.EvalDecision === 'allowed') return 'allowed';
  const depends = (result.MissingContextValues ?? []).length > 0;
  const denies = result.EvalDecision === 'explicitDeny' || result.EvalDecision === 'implicitDeny';
  return denies && !depends ? 'denied' : 'unverified';
}

async function simulate(iam: IAMClient, principalArn: string, actions: string[]): Promise<EvaluationResult[]> {
  const results: EvaluationResult[] = [];
  let marker: string | undefined;
  do {
    const page = await iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: principalArn,
        ActionNames: actions,
        ...(marker === undefined ? {} : { Marker: marker }),
      }),
    );
    results.push(...(page.EvaluationResults ?? []));
    marker = page.IsTruncated ? page.Marker : undefined;
  } while (marker !== undefined);
  return results;
}

/**
 * Asks iam:SimulatePrincipalPolicy which of the rights a user or role holds. Never throws: an answer that is refused,
 * broken or missing leaves its rights unverified. After the first refusal nothing more is asked, because refused calls
 * raise the customer's own alarm.
 */
export async function checkRights(
  door: AwsDoor,
  target: {
    readonly cloud: AwsCloud;
    readonly credentials: AwsCredentialIdentityProvider;
    readonly principalArn: string | null;
  },
  rights: readonly string[],
): Promise<RightsCheck> {
  const found = { allowed: [] as string[], denied: [] as string[], unverified: [] as string[] };
  const { principalArn } = target;
  if (principalArn === null) return { ...found, unverified: [...rights] };

  const iam = new IAMClient(scanClientConfig(door, target.cloud, target.credentials));
  try {
    for (let start = 0; start < rights.length; start += CHUNK) {
      const chunk = rights.slice(start, start + CHUNK);
      const results = await simulate(iam, principalArn, chunk).catch(() => null);
      if (results === null) {
        found.unverified.push(...rights.slice(start));
        break;
      }
      const byAction = new Map(results.map((result) => [lower(result.EvalActionName), result]));
      for (const right of chunk) {
        const result = byAction.get(lower(right));
        found[result ? judged(result) : 'unverified'].push(right);
      }
    }
    return found;
  } finally {
    iam.destroy();
  }
}

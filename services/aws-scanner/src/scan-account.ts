import type { AwsDoor, AwsTarget } from '@cis-scan/access/aws';
import type { Warning } from '@cis-scan/contracts';
import { scan, type Plan } from '@cis-scan/engine';
import type { OpenTarget } from '@cis-scan/scanner';
import { connect, type Asked, type Connection, type Pace } from './connect.ts';

export interface AccountOptions {
  readonly target: AwsTarget;
  readonly plan: Plan;
  /** Regions the question is limited to; `null` for all that the account has enabled. */
  readonly regions: readonly string[] | null;
  readonly door: AwsDoor;
  readonly pace: Pace;
  readonly warnings: readonly Warning[];
  readonly onAsked?: (asked: Asked) => void;
}

/** An opened AWS account as the job loop and the command line see it. One `now` holds for the whole scan. */
export function scanAccount(options: AccountOptions): OpenTarget {
  const { target, plan, regions, door, pace, warnings, onAsked } = options;
  const now = new Date();
  let connection: Connection | undefined;
  return {
    header: {
      provider: 'aws',
      account: target.account,
      name: null,
      cloud: target.cloud,
      regions: regions === null ? null : [...regions],
      startedAt: now.toISOString(),
    },
    warnings,
    scan(signal) {
      connection = connect({
        account: target.account,
        partition: target.cloud,
        regions,
        credentials: target.credentials,
        endpoint: door.endpoint,
        pace,
        signal,
        onAsked,
      });
      return scan(plan, connection, { now, target: { account: target.account, cloud: target.cloud }, signal });
    },
    close: () => connection?.close(),
  };
}

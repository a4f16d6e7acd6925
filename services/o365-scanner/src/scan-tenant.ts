import type { M365Target } from '@cis-scan/access/m365';
import type { Warning } from '@cis-scan/contracts';
import { scan, type Plan } from '@cis-scan/engine';
import type { OpenTarget } from '@cis-scan/scanner';
import { connect, type Asked, type Connection } from './connect.ts';
import type { Pace } from './pace.ts';

export interface TenantOptions {
  readonly target: M365Target;
  readonly plan: Plan;
  readonly pace: Pace;
  readonly warnings: readonly Warning[];
  readonly onAsked?: (asked: Asked) => void;
}

/** An opened tenant as the job loop and the command line see it. One `now` holds for the whole scan. */
export function scanTenant({ target, plan, pace, warnings, onAsked }: TenantOptions): OpenTarget {
  const { tenantId, cloud, name, holds } = target;
  const now = new Date();
  let connection: Connection | undefined;
  return {
    header: { provider: 'm365', account: tenantId, name, cloud, regions: null, startedAt: now.toISOString() },
    warnings,
    scan(signal) {
      connection = connect({ target, pace, signal, onAsked });
      return scan(plan, connection, { now, target: { account: tenantId, cloud }, signal, holds });
    },
    close: () => connection?.close(),
  };
}

import type { Json } from '../json.ts';
import { applicationUse, consent, directoryAudit, provisioning, riskDetection, riskyUser } from '../shapes/audit.ts';
import { daysBefore } from '../shapes/times.ts';
import { PEOPLE } from './people.ts';

/** What happened lately: little, and somebody has looked at it. */
export function activity(now: Date): Readonly<Record<string, Json>> {
  const ago = daysBefore(now);
  const [ulf = {}] = PEOPLE;
  return {
    '/identityProtection/riskDetections': [riskDetection(1, ulf, ago(3), 'remediated', 'low')],
    '/identityProtection/riskyUsers': [riskyUser(ulf, ago(3), 'remediated', 'none')],
    '/auditLogs/directoryAudits': [
      directoryAudit(
        1,
        'UserManagement',
        'Reset password (self-service)',
        ago(3),
        'Self-service Password Management',
        ulf,
      ),
      directoryAudit(
        2,
        'RoleManagement',
        'Add eligible member to role in PIM completed (permanent)',
        ago(5),
        'PIM',
        ulf,
      ),
    ],
    '/auditLogs/provisioning': [provisioning(1, ago(2), 'new.person')],
    '/reports/getAzureADApplicationSignInSummary': [applicationUse(1, 'Timesheets', 321, 4)],
    '/oauth2PermissionGrants': [consent(1, null, 'User.Read')],
  };
}

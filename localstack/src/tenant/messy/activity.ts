import type { Json } from '../json.ts';
import { applicationUse, consent, directoryAudit, provisioning, riskDetection, riskyUser } from '../shapes/audit.ts';
import { daysBefore } from '../shapes/times.ts';
import { PEOPLE } from './people.ts';

/** What happened lately, and what lies about since long. */
export function activity(now: Date): Readonly<Record<string, Json>> {
  const ago = daysBefore(now);
  const [gun = {}, hans = {}, ida = {}] = PEOPLE;
  return {
    '/identityProtection/riskDetections': [
      riskDetection(1, gun, ago(2), 'atRisk', 'medium'),
      riskDetection(2, hans, ago(40), 'atRisk', 'high'),
      riskDetection(3, ida, ago(60), 'remediated', 'low'),
    ],
    '/identityProtection/riskyUsers': [
      riskyUser(gun, ago(2), 'atRisk', 'medium'),
      riskyUser(hans, ago(40), 'atRisk', 'high'),
    ],
    '/auditLogs/directoryAudits': [
      directoryAudit(
        1,
        'UserManagement',
        'Reset password (self-service)',
        ago(3),
        'Self-service Password Management',
        gun,
      ),
      directoryAudit(2, 'RoleManagement', 'Add member to role', ago(4), 'Core Directory', hans),
      directoryAudit(3, 'RoleManagement', 'Add member to role', ago(26), 'Core Directory', ida),
      directoryAudit(
        4,
        'UserManagement',
        'Reset password (self-service)',
        ago(21),
        'Self-service Password Management',
        hans,
      ),
    ],
    '/auditLogs/provisioning': [provisioning(1, ago(2), 'new.person'), provisioning(2, ago(12), 'earlier.person')],
    '/reports/getAzureADApplicationSignInSummary': [
      applicationUse(1, 'Timesheets', 321, 4),
      applicationUse(2, 'Unknown mail reader', 12, 0),
      applicationUse(3, 'Retired portal', 0, 0),
    ],
    '/oauth2PermissionGrants': [
      consent(1, gun, 'openid profile User.Read Mail.Read'),
      consent(2, hans, 'Files.ReadWrite.All offline_access'),
      consent(3, null, 'User.Read'),
    ],
  };
}

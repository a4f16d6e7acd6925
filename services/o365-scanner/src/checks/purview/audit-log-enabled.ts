import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { adminAuditLogConfig } from '../../facts/exchange/admin-audit-log-config.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'The unified audit log records',
  why: 'What was not recorded when it happened cannot be found out after a break-in.',
  fix: 'In the Purview portal, Audit, start recording user and admin activity (Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true).',
  needs: { config: adminAuditLogConfig },
  evaluate({ config: { unifiedAuditLog } }) {
    const found = saw(adminAuditLogConfig, { UnifiedAuditLogIngestionEnabled: unifiedAuditLog });
    return unifiedAuditLog
      ? [pass(target, 'the unified audit log records', found)]
      : [fail(target, 'the unified audit log does not record, it should', found)];
  },
  otherwise: [reported('mip_search_auditlog')],
});

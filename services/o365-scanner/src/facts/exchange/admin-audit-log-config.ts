import { commandOne } from '../define-command.ts';

/**
 * Whether the unified audit log records. Asked of Exchange: the same cmdlet of the compliance surface answers false
 * whatever is set.
 */
export const adminAuditLogConfig = commandOne({
  name: 'exchange/admin-audit-log-config',
  cmdlet: 'Get-AdminAuditLogConfig',
  read: (item) => ({ unifiedAuditLog: item.at('UnifiedAuditLogIngestionEnabled').flag() }),
});

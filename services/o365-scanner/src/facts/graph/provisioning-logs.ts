import { graphList } from '../define.ts';

/** Accounts that were made, changed or removed by provisioning from and to other systems, for up to 30 days. */
export const provisioningLogs = graphList({
  name: 'graph/provisioning-logs',
  get: '/v1.0/auditLogs/provisioning',
  permissions: ['AuditLog.Read.All'],
  read: (item) => ({
    id: item.at('id').text(),
    at: item.at('activityDateTime').date().toISOString(),
    /** `create`, `update`, `delete`, `disable`, `stagedDelete` … */
    action: item.at('provisioningAction').text(),
    status: item.at('provisioningStatusInfo').or('', (info) => info.at('status').or('', (status) => status.text())),
    // null where nothing was there yet, or is there any more
    target: item
      .at('targetIdentity')
      .or(null, (identity) => identity.at('displayName').or(null, (name) => name.text())),
    system: item.at('targetSystem').or(null, (system) => system.at('displayName').or(null, (name) => name.text())),
  }),
});

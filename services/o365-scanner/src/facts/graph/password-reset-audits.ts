import { graphList } from '../define.ts';

/** What happened with self-service password reset, as far back as the licence keeps it (7 or 30 days). */
export const passwordResetAudits = graphList({
  name: 'graph/password-reset-audits',
  get: "/v1.0/auditLogs/directoryAudits?$filter=loggedByService eq 'Self-service Password Management'",
  permissions: ['AuditLog.Read.All'],
  read: (item) => ({
    id: item.at('id').text(),
    at: item.at('activityDateTime').date().toISOString(),
    activity: item.at('activityDisplayName').text(),
    result: item.at('result').or('', (result) => result.text()),
    // null where an app did it, or nobody is named
    by: item
      .at('initiatedBy')
      .or(null, (by) => by.at('user').or(null, (user) => user.at('userPrincipalName').or(null, (name) => name.text()))),
  }),
});

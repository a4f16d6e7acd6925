import { graphList } from '../define.ts';

/** A change of who holds which role, as the audit log tells it. */
export interface RoleChange {
  readonly id: string;
  readonly at: string;
  readonly activity: string;
  readonly result: string;
  /** Who did it: a person's principal name or an application's name; null where Microsoft does not say. */
  readonly by: string | null;
  /** Principal names of people, names of everything else. */
  readonly targets: readonly string[];
}

/** Changes of roles and their holders, as far back as the tenant's licence keeps them (7 or 30 days). */
export const roleManagementAudits = graphList({
  name: 'graph/role-management-audits',
  get: "/v1.0/auditLogs/directoryAudits?$filter=category eq 'RoleManagement'",
  permissions: ['AuditLog.Read.All'],
  read: (item): RoleChange => ({
    id: item.at('id').text(),
    at: item.at('activityDateTime').date().toISOString(),
    activity: item.at('activityDisplayName').text(),
    result: item.at('result').or('', (result) => result.text()),
    // one of the two is null, by who did it
    by: item
      .at('initiatedBy')
      .or(
        null,
        (by) =>
          by.at('user').or(null, (user) => user.at('userPrincipalName').or(null, (name) => name.text())) ??
          by.at('app').or(null, (app) => app.at('displayName').or(null, (name) => name.text())),
      ),
    targets: item
      .at('targetResources')
      .or([], (targets) =>
        targets
          .items()
          .flatMap(
            (target) =>
              target.at('userPrincipalName').or(null, (name) => name.text()) ??
              target.at('displayName').or([], (name) => name.text()),
          ),
      ),
  }),
});

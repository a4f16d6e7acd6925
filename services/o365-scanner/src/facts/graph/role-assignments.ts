import { graphList } from '../define.ts';

/** An active assignment of a directory role, permanent or activated for a while: this list does not tell them apart. */
export interface RoleAssignment {
  readonly id: string;
  /** Template id of a role of Microsoft's, or the id of one of the tenant's own. */
  readonly role: string;
  /** `/` for the whole tenant, else an administrative unit or an application. */
  readonly scope: string;
  readonly principal: string;
  /** `unknown` where the directory does not show who it is, as with groups of a partner's tenant. */
  readonly kind: 'user' | 'group' | 'servicePrincipal' | 'unknown';
  readonly name: string | null;
  /** Null where the answer does not tell. */
  readonly enabled: boolean | null;
}

const KINDS = {
  '#microsoft.graph.user': 'user',
  '#microsoft.graph.group': 'group',
  '#microsoft.graph.servicePrincipal': 'servicePrincipal',
} as const;
const kindOf = (type: string): RoleAssignment['kind'] =>
  Object.entries(KINDS).find(([name]) => name === type)?.[1] ?? 'unknown';

/** Who holds which directory role now. */
export const roleAssignments = graphList({
  name: 'graph/role-assignments',
  get: '/v1.0/roleManagement/directory/roleAssignments?$expand=principal',
  permissions: ['Directory.Read.All'],
  read: (item): RoleAssignment => {
    const principal = item.at('principal');
    const told = { id: item.at('id').text(), role: item.at('roleDefinitionId').text() };
    const where = { scope: item.at('directoryScopeId').text(), principal: item.at('principalId').text() };
    // null for a principal that lives in another directory
    if (principal.absent()) return { ...told, ...where, kind: 'unknown', name: null, enabled: null };
    return {
      ...told,
      ...where,
      kind: kindOf(principal.at('@odata.type').text()),
      name: principal.at('userPrincipalName').or(
        principal.at('displayName').or(null, (name) => name.text()),
        (name) => name.text(),
      ),
      enabled: principal.at('accountEnabled').or(null, (enabled) => enabled.flag()),
    };
  },
});

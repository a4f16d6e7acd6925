import type { RoleHolder } from '../facts/graph/role-holders.ts';
import { GLOBAL_ADMINISTRATOR } from '../semantics/roles.ts';

/** A global administrator by an assignment of their own, with what a case changes in it. */
export const holder = (id: string, over: Partial<RoleHolder> = {}): RoleHolder => ({
  id,
  role: GLOBAL_ADMINISTRATOR,
  scope: '/',
  kind: 'user',
  name: `${id}@larkfield.example`,
  enabled: true,
  via: null,
  unread: null,
  ...over,
});

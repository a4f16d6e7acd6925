import { Answer } from '../answer.ts';
import { graphList } from '../define.ts';

/** To which domains guests may be invited. Microsoft keeps either list, not both. */
export interface B2bPolicy {
  readonly id: string;
  /** The only domains that may be invited; `null` where there is no such list. */
  readonly allowed: readonly string[] | null;
  /** Domains that may not be invited, all others may; `null` where there is no such list. */
  readonly blocked: readonly string[] | null;
}

/** Who may be invited as a guest by domain: policies whose definition is JSON inside a text. */
export const b2bPolicies = graphList({
  name: 'graph/b2b-policies',
  get: '/beta/policies/b2bManagementPolicies',
  permissions: ['Policy.Read.B2BManagementPolicy'],
  read: (item): B2bPolicy => {
    const lists = item
      .at('definition')
      .texts()
      .map((text) =>
        new Answer(JSON.parse(text)).at('B2BManagementPolicy', 'InvitationsAllowedAndBlockedDomainsPolicy'),
      )
      .filter((policy) => !policy.absent());
    const named = (name: string): readonly string[] | null => {
      const given = lists.map((policy) => policy.at(name)).filter((list) => !list.absent());
      return given.length === 0 ? null : given.flatMap((list) => list.texts());
    };
    return { id: item.at('id').text(), allowed: named('AllowedDomains'), blocked: named('BlockedDomains') };
  },
});

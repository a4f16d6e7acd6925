/** One grant of an S3 access control list. API: GetBucketAcl, `Grants[]`. */
export interface AclGrant {
  /** Set when the grantee is a group; a canonical user has none. */
  readonly granteeUri: string | null;
  readonly permission: string;
}

const PUBLIC_GROUPS = ['/groups/global/AllUsers', '/groups/global/AuthenticatedUsers'] as const;

/**
 * Grants to everyone, or to everyone with any AWS account (which is no smaller a crowd). The log delivery group is not public.
 * Empty when the list is private.
 */
export function publicGrants(grants: readonly AclGrant[]): readonly AclGrant[] {
  return grants.filter(({ granteeUri }) => granteeUri !== null && PUBLIC_GROUPS.some((g) => granteeUri.endsWith(g)));
}

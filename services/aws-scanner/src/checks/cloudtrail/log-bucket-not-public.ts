import { check, fail, notApplicable, pass, saw, target, type Judgement, type Saw } from '@cis-scan/engine';
import { describedTrails } from '../../facts/cloudtrail/described-trails.ts';
import { logBucketAccess } from '../../facts/cloudtrail/log-bucket-access.ts';
import type { Link } from '../../facts/linked.ts';
import { bucketPolicies } from '../../facts/s3/bucket-policies.ts';
import { logBucketAcls } from '../../facts/s3/log-bucket-acls.ts';
import { publicGrants, type AclGrant } from '../../semantics/acl.ts';
import { isPublic, type PublicOptions } from '../../semantics/bucket-policy.ts';
import type { Statement } from '../../semantics/policy.ts';
import { outOfSight } from '../_out-of-sight.ts';
import { deliveredBy, gone, unreadBucket, unreadTrails, type LogBucket } from './_log-bucket.ts';

interface Access extends LogBucket {
  readonly acl: Link<{ readonly grants: readonly AclGrant[] | null }>;
  readonly policy: Link<{ readonly statements: readonly Statement[] | null }>;
}
/** One way in: what was seen of it, and how it opens the bucket to everyone. */
interface Way {
  readonly seen: Saw;
  readonly openings: readonly string[];
  readonly notes: readonly string[];
}

function byAcl(grants: readonly AclGrant[]): Way {
  const open = publicGrants(grants);
  const openings = open.map((g) => `its ACL grants ${g.permission} to ${g.granteeUri?.replace(/^.*\//, '')}`);
  return { seen: saw(logBucketAcls, { grants: grants.length, publicGrants: open }), openings, notes: [] };
}

function byPolicy(statements: readonly Statement[] | null, options: PublicOptions): Way {
  const judged = isPublic(statements ?? [], options);
  const seen = saw(bucketPolicies, {
    policy: statements === null ? null : 'present',
    publicStatements: judged.statements,
    notes: judged.notes,
  });
  return {
    seen,
    openings: judged.statements.map((label) => `${label} of its policy allows something to everyone`),
    notes: judged.notes,
  };
}

function judge(bucket: Access, options: PublicOptions & typeof outOfSight): readonly Judgement[] {
  const { acl, policy } = bucket;
  if ('value' in acl && acl.value.grants === null) return [gone(bucket)];
  const ways = [
    ...('value' in acl ? [byAcl(acl.value.grants ?? [])] : []),
    ...('value' in policy ? [byPolicy(policy.value.statements, options)] : []),
  ];
  const evidence = [deliveredBy(bucket), ...ways.map((way) => way.seen)];
  const openings = ways.flatMap((way) => way.openings);
  const notes = ways.flatMap((way) => way.notes.map((note) => `; ${note}`)).join('');
  if (openings.length > 0) {
    return [
      fail(bucket, `bucket ${bucket.name} holds trail logs and is public: ${openings.join('; ')}${notes}`, ...evidence),
    ];
  }
  const gaps = [acl, policy].flatMap((link) => ('gap' in link ? [link.gap] : []));
  if (gaps.length > 0) return gaps.map(unreadBucket(options, bucket));
  return [pass(bucket, `neither ACL nor policy opens bucket ${bucket.name} to everyone${notes}`, ...evidence)];
}

export default check({
  title: 'Buckets that hold CloudTrail logs are not public',
  why: 'The logs name accounts, addresses and habits; who can read them knows where to try.',
  fix: 'In S3, open the permissions of the bucket: remove grants to Everyone and to Authenticated users from the ACL, and statements that allow "*" from the policy; then turn on Block Public Access.',
  needs: { logBucketAccess },
  options: {
    /** True: an Allow to everyone passes when a condition narrows who that is. The published rule knows no conditions. */
    conditionedWildcardPasses: false,
    ...outOfSight,
  },
  evaluate: (facts, options, context) =>
    facts.logBucketAccess.each(
      (bucket) => judge(bucket, options),
      () =>
        notApplicable(target, 'there is no trail, so no bucket holds trail logs', saw(describedTrails, { trails: 0 })),
      unreadTrails(options, context),
    ),
});

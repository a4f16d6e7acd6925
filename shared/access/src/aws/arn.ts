/** AWS partitions, by the name that ARNs and requests use. */
export type AwsCloud = 'aws' | 'aws-us-gov' | 'aws-cn';

/** The region in which a partition's IAM and STS are always on. */
const HOME: Record<AwsCloud, string> = { aws: 'us-east-1', 'aws-us-gov': 'us-gov-west-1', 'aws-cn': 'cn-north-1' };

export const homeRegion = (cloud: AwsCloud): string => HOME[cloud];

export const isAwsCloud = (cloud: string): cloud is AwsCloud => Object.hasOwn(HOME, cloud);

/** The partition a region belongs to, by its prefix. */
export function cloudOfRegion(region: string): AwsCloud {
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}

/** Who someone is in AWS. `name` is what stands behind the type: path and name of a user or role, role and session … */
export interface AwsPrincipal {
  readonly cloud: AwsCloud;
  readonly account: string;
  readonly kind: 'root' | 'user' | 'role' | 'assumed-role' | 'federated-user' | 'other';
  readonly name: string;
}

const ARN = /^arn:(aws|aws-us-gov|aws-cn):(iam|sts)::(\d{12}):(?:(root)|([a-z-]+)\/([\x21-\x7e]{1,1000}))$/;
const KINDS = new Set(['user', 'role', 'assumed-role', 'federated-user']);

/** Parts of the ARN of an identity, `null` when it is none. */
export function parsePrincipal(arn: string): AwsPrincipal | null {
  const [, cloud, , account, root, type, name] = ARN.exec(arn) ?? [];
  if (cloud === undefined || account === undefined) return null;
  const kind = root ?? (type !== undefined && KINDS.has(type) ? type : 'other');
  return { cloud: cloud as AwsCloud, account, kind: kind as AwsPrincipal['kind'], name: name ?? '' };
}

/** IAM's own alphabet: a path of printable characters, then a name of at most 64. */
const ROLE_NAME = /^(?:[\x21-\x7e]{1,510}\/)?[A-Za-z0-9+=,.@_-]{1,64}$/;

/** The role that an ARN names, `null` when it is not the well-formed ARN of a role. */
export function parseRole(arn: string): AwsPrincipal | null {
  const principal = parsePrincipal(arn);
  return principal?.kind === 'role' && arn.includes(':iam:') && ROLE_NAME.test(principal.name) ? principal : null;
}

/**
 * The ARN that policy simulation wants for an identity, `null` where there is none. The ARN of a session leaves the path
 * of its role out, so for a role below a path the result names no role; simulation then answers that it cannot tell.
 */
export function simulationArn(arn: string): string | null {
  const principal = parsePrincipal(arn);
  if (principal?.kind === 'user' || principal?.kind === 'role') return arn;
  if (principal?.kind !== 'assumed-role') return null;
  return `arn:${principal.cloud}:iam::${principal.account}:role/${principal.name.split('/')[0]}`;
}

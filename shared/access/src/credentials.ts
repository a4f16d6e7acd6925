import { Secret } from '@cis-scan/secret';

/** Keys of an IAM user, or temporary ones with their session token. */
export interface AwsKeys {
  readonly kind: 'aws-keys';
  readonly accessKeyId: string;
  readonly secretAccessKey: Secret;
  readonly sessionToken: Secret | null;
}

/** A role of the scanned account, assumed with our own identity and the caller's external id. */
export interface AwsRole {
  readonly kind: 'aws-role';
  readonly roleArn: string;
  readonly externalId: string | null;
}

/** What opens one target. A further provider adds its kind here and its case in `plain` and `fromPlain`. */
export type TargetCredentials = AwsKeys | AwsRole;

type Plain = Record<string, string | null>;

/** The fields in clear: for sealing only, never for a log, a table or a queue. */
export function plain(credentials: TargetCredentials): Plain {
  switch (credentials.kind) {
    case 'aws-keys':
      return {
        kind: credentials.kind,
        accessKeyId: credentials.accessKeyId,
        secretAccessKey: credentials.secretAccessKey.reveal(),
        sessionToken: credentials.sessionToken?.reveal() ?? null,
      };
    case 'aws-role':
      return { kind: credentials.kind, roleArn: credentials.roleArn, externalId: credentials.externalId };
  }
}

/** The reverse of `plain`. Throws a TypeError that names no value when the fields are not those of a known kind. */
export function fromPlain(fields: unknown): TargetCredentials {
  const { kind, accessKeyId, secretAccessKey, sessionToken, roleArn, externalId } = (fields ?? {}) as Partial<Plain>;
  if (kind === 'aws-keys' && typeof accessKeyId === 'string' && typeof secretAccessKey === 'string') {
    return {
      kind,
      accessKeyId,
      secretAccessKey: new Secret(secretAccessKey),
      sessionToken: typeof sessionToken === 'string' ? new Secret(sessionToken) : null,
    };
  }
  if (kind === 'aws-role' && typeof roleArn === 'string') {
    return { kind, roleArn, externalId: typeof externalId === 'string' ? externalId : null };
  }
  throw new TypeError('The sealed credentials are of no kind that this version knows.');
}

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

/** An app registration of the scanned tenant, with the value of a client secret or with a certificate; exactly one. */
export interface M365App {
  readonly kind: 'm365-app';
  /** GUID of the tenant. */
  readonly tenantId: string;
  /** GUID of the app, which Microsoft also calls the application id. */
  readonly clientId: string;
  readonly clientSecret: Secret | null;
  /** PEM: the certificate and its private key, not encrypted. */
  readonly clientCertificate: Secret | null;
}

/** What opens one target. A further provider adds its kind here and its case in `plain` and `fromPlain`. */
export type TargetCredentials = AwsKeys | AwsRole | M365App;

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
    case 'm365-app':
      return {
        kind: credentials.kind,
        tenantId: credentials.tenantId,
        clientId: credentials.clientId,
        clientSecret: credentials.clientSecret?.reveal() ?? null,
        clientCertificate: credentials.clientCertificate?.reveal() ?? null,
      };
  }
}

const secretOr = (value: string | null | undefined): Secret | null =>
  typeof value === 'string' ? new Secret(value) : null;

/** The reverse of `plain`. Throws a TypeError that names no value when the fields are not those of a known kind. */
export function fromPlain(fields: unknown): TargetCredentials {
  const known = (fields ?? {}) as Partial<Plain>;
  const { kind, accessKeyId, secretAccessKey, sessionToken, roleArn, externalId } = known;
  if (kind === 'aws-keys' && typeof accessKeyId === 'string' && typeof secretAccessKey === 'string') {
    return {
      kind,
      accessKeyId,
      secretAccessKey: new Secret(secretAccessKey),
      sessionToken: secretOr(sessionToken),
    };
  }
  if (kind === 'aws-role' && typeof roleArn === 'string') {
    return { kind, roleArn, externalId: typeof externalId === 'string' ? externalId : null };
  }
  const { tenantId, clientId, clientSecret, clientCertificate } = known;
  const opener = typeof clientSecret === 'string' || typeof clientCertificate === 'string';
  if (kind === 'm365-app' && typeof tenantId === 'string' && typeof clientId === 'string' && opener) {
    return {
      kind,
      tenantId,
      clientId,
      clientSecret: secretOr(clientSecret),
      clientCertificate: secretOr(clientCertificate),
    };
  }
  throw new TypeError('The sealed credentials are of no kind that this version knows.');
}

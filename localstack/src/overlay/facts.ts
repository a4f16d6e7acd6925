/** A key of the root user, as only the credential report and the account summary tell of it. */
export interface RootKeyFacts {
  readonly active: boolean;
  readonly createdDaysAgo: number;
  /** null: never used. */
  readonly usedDaysAgo: number | null;
}

export interface KeyFacts {
  readonly id: string;
  readonly createdDaysAgo?: number;
  /** null: never used; absent: as the emulator counted. */
  readonly used?: { readonly daysAgo: number; readonly service: string; readonly region: string } | null;
}

export interface UserFacts {
  readonly createdDaysAgo?: number;
  readonly passwordChangedDaysAgo?: number;
  /** null: the password was never used. */
  readonly passwordUsedDaysAgo?: number | null;
  /** In the order in which they were made: the first is access_key_1 of the credential report. */
  readonly keys?: readonly KeyFacts[];
}

export interface AnalyzerFacts {
  readonly name: string;
  readonly type: string;
  readonly status: string;
}

/**
 * What a seeded account says about itself where the emulator has no way to be told.
 *
 * Ages are counted back from the moment of the answer, so that an account does not go stale while the stack stays up.
 * Everything is optional: what is absent is answered as the emulator answers it.
 */
export interface AccountFacts {
  /** The account's 12 digits. */
  readonly account: string;
  readonly root?: {
    readonly createdDaysAgo: number;
    readonly mfa: 'none' | 'virtual' | 'hardware';
    readonly passwordUsedDaysAgo: number | null;
    readonly keys: readonly RootKeyFacts[];
  };
  readonly users?: Readonly<Record<string, UserFacts>>;
  /** By name of the certificate in IAM; negative: expired already. */
  readonly serverCertificates?: Readonly<Record<string, { readonly expiresInDays: number }>>;
  /** By region. */
  readonly analyzers?: Readonly<Record<string, readonly AnalyzerFacts[]>>;
  /** The fields of account:GetContactInformation. */
  readonly contact?: Readonly<Record<string, string>>;
  /** Subscribers (mail address, URL) that never confirmed. */
  readonly unconfirmedSubscribers?: readonly string[];
  /** Buckets from before AWS encrypted every bucket by default. */
  readonly unencryptedBuckets?: readonly string[];
  /** By region: how the recorder's last delivery went (a recorder that records says SUCCESS unless told otherwise). */
  readonly configDelivery?: Readonly<Record<string, 'SUCCESS' | 'FAILURE' | 'PENDING'>>;
  /** By name of the trail: minutes since its last delivery to CloudWatch Logs; null: never. */
  readonly logDelivery?: Readonly<Record<string, number | null>>;
  /** Instances that sso:ListInstances shows. */
  readonly ssoInstances?: readonly Readonly<Record<string, string>>[];
  /** Access key id → secret, so that a wrong secret is refused as the provider refuses it. */
  readonly secrets?: Readonly<Record<string, string>>;
}

const DAY = 24 * 3600 * 1000;

/** The instant so many days ago, without milliseconds, as IAM writes it. */
export function daysAgo(days: number): string {
  return `${new Date(Date.now() - days * DAY).toISOString().slice(0, 19)}Z`;
}

/** Why a target cannot be opened, in stable words. */
export type RefusedCode =
  | 'key-unknown'
  | 'key-secret-wrong'
  | 'key-expired'
  | 'clock-wrong'
  | 'role-not-assumable'
  | 'account-mismatch'
  | 'partition-mismatch'
  | 'region-disabled'
  | 'secret-wrong'
  | 'secret-expired'
  | 'certificate-refused'
  | 'app-unknown'
  | 'app-disabled'
  | 'app-not-consented'
  | 'tenant-unknown'
  | 'tenant-blocked'
  | 'blocked-by-policy'
  | 'cloud-mismatch'
  | 'token-refused'
  | 'surface-closed'
  | 'access-refused';

/** The provider said no, for good: `detail` tells people what to do. Never holds a secret or the provider's own text. */
export class AccessRefused extends Error {
  override readonly name = 'AccessRefused';
  readonly code: RefusedCode;
  readonly detail: string;

  constructor(code: RefusedCode, detail: string) {
    super(detail);
    this.code = code;
    this.detail = detail;
  }
}

/** Nobody said no: the provider, the network or our own identity is not in order, and trying later may help. */
export class AccessUnavailable extends Error {
  override readonly name = 'AccessUnavailable';
  readonly detail: string;

  constructor(detail: string) {
    super(detail);
    this.detail = detail;
  }
}

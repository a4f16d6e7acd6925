/** What a token says about itself. Only for finding out what was granted: the services check their own tokens. */
export interface Claims {
  readonly tenantId: string;
  /** Application permissions with admin consent; empty when none was given. */
  readonly roles: readonly string[];
}

/** Claims of an app-only access token, `null` when it is not in the form of one. */
export function claimsOf(token: string): Claims | null {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      readonly tid?: unknown;
      readonly roles?: unknown;
    } | null;
    if (typeof payload?.tid !== 'string') return null;
    const roles = Array.isArray(payload.roles) ? (payload.roles as unknown[]) : [];
    return { tenantId: payload.tid.toLowerCase(), roles: roles.filter((role) => typeof role === 'string').sort() };
  } catch {
    return null;
  }
}

import type { Directory, DirectoryTenant, RegisteredApp } from '../directory.ts';
import type { Request } from '../http.ts';
import { audienceOf, type Audience } from './audience.ts';
import type { SigningKey } from './jwt.ts';

/** Who calls: the app behind an access token, and the roles that stand in the token. */
export interface Caller {
  readonly tenant: DirectoryTenant;
  readonly app: RegisteredApp;
  readonly roles: readonly string[];
  /** Whether the app proved itself with a certificate. */
  readonly byCertificate: boolean;
}

/** Why a token does not count. */
export type NoCaller = 'absent' | 'invalid' | 'expired' | 'wrong-audience';

/** Reads the access token of a request to one of the services. */
export function callerOf(
  request: Request,
  audience: Audience,
  directory: Directory,
  key: SigningKey,
): Caller | NoCaller {
  const token = /^Bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  if (token === undefined) return 'absent';
  const claims = key.verify(token);
  if (claims === undefined) return 'invalid';
  const { aud, exp, tid, appid, roles, appidacr } = claims;
  const meant = audienceOf(`${String(aud)}/.default`);
  if (typeof meant === 'string' || meant.audience !== audience) return 'wrong-audience';
  if (typeof exp !== 'number' || exp * 1000 < Date.now()) return 'expired';
  const tenant = directory.find(String(tid));
  const app = tenant?.app(String(appid));
  if (tenant === undefined || app === undefined) return 'invalid';
  const held = Array.isArray(roles) ? roles.map(String) : [];
  return { tenant, app, roles: held, byCertificate: appidacr === '2' };
}

import { randomUUID } from 'node:crypto';
import type { Directory, DirectoryTenant, RegisteredApp } from '../directory.ts';
import { json, type Answer, type Request } from '../http.ts';
import type { JsonObject } from '../json.ts';
import { audienceOf, type Audience } from './audience.ts';
import { assertedWith, type SigningKey } from './jwt.ts';
import { refused, type RefusalCode } from './refusal.ts';

const LIFETIME_S = 3599;
const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const nowS = (): number => Math.floor(Date.now() / 1000);

/** The roles that a token for a service bears. Purview takes those of Exchange, which owns the permission. */
function rolesOf(app: RegisteredApp, audience: Audience): readonly string[] {
  return app.roles[audience === 'purview' ? 'exchange' : audience] ?? [];
}

interface Subject {
  readonly tenant: DirectoryTenant;
  readonly app: RegisteredApp;
  /** How the app proved who it is: '1' a secret, '2' a certificate, as in the claim `appidacr`. */
  readonly proof: '1' | '2';
}

function claims({ tenant, app, proof }: Subject, audience: Audience, resource: string): JsonObject {
  const roles = rolesOf(app, audience);
  const { tenantId } = tenant.data;
  return {
    aud: resource,
    iss: `https://sts.windows.net/${tenantId}/`,
    iat: nowS(),
    nbf: nowS(),
    exp: nowS() + LIFETIME_S,
    app_displayname: app.displayName,
    appid: app.clientId,
    appidacr: proof,
    idtyp: 'app',
    oid: app.objectId,
    // an app without any granted permission has no such claim at all
    ...(roles.length > 0 ? { roles: [...roles] } : {}),
    sub: app.objectId,
    tid: tenantId,
    uti: randomUUID(),
    ver: '1.0',
  };
}

/** Whether the assertion is one this app made for this endpoint just now; else the error's number. */
function checkAssertion(app: RegisteredApp, assertion: string): RefusalCode | null {
  const said = assertedWith(assertion, app.certificate);
  if (said === undefined || said['iss'] !== app.clientId || said['sub'] !== app.clientId) return 700027;
  const { exp, nbf } = said;
  const inTime = typeof exp === 'number' && exp > nowS() && (typeof nbf !== 'number' || nbf <= nowS() + 300);
  return inTime ? null : 700024;
}

function proofOf(app: RegisteredApp, form: URLSearchParams): '1' | '2' | RefusalCode {
  const assertion = form.get('client_assertion');
  if (assertion !== null) return checkAssertion(app, assertion) ?? '2';
  const secret = form.get('client_secret');
  if (secret === null) return 7000218;
  if (secret !== app.credentials.clientSecret) return 7000215;
  return app.trouble === 'secret-expired' ? 7000222 : '1';
}

/** `POST /{tenant}/oauth2/v2.0/token`: an app-only access token for one service, or the error that stands against it. */
export function issueToken(directory: Directory, key: SigningKey, tenantName: string, request: Request): Answer {
  const form = new URLSearchParams(request.body);
  const clientId = (form.get('client_id') ?? '').toLowerCase();
  const scope = form.get('scope') ?? '';
  const tenant = directory.find(tenantName);
  const names = { tenant: tenant?.data.displayName ?? tenantName, clientId, resource: scope };
  if (tenant === undefined) return refused(GUID.test(tenantName) || tenantName.includes('.') ? 90002 : 900023, names);
  if (form.get('grant_type') !== 'client_credentials') return refused(70003, names);
  const app = tenant.app(clientId);
  if (app === undefined) return refused(700016, names);
  const wanted = audienceOf(scope);
  if (wanted === 'other-cloud') return refused(900382, names);
  if (wanted === 'unknown') return refused(500011, names);
  if (wanted === 'no-default') return refused(1002012, names);
  const proof = proofOf(app, form);
  if (typeof proof === 'number') return refused(proof, names);
  if (app.trouble === 'blocked-by-conditional-access') return refused(53003, names);
  const token = key.sign(claims({ tenant, app, proof }, wanted.audience, wanted.resource));
  return json(200, { token_type: 'Bearer', expires_in: LIFETIME_S, ext_expires_in: LIFETIME_S, access_token: token });
}

import type { Directory } from '../directory.ts';
import { json, type Answer, type Request } from '../http.ts';
import type { SigningKey } from './jwt.ts';
import { refused } from './refusal.ts';
import { issueToken } from './token.ts';

/** What an OpenID client reads first: where tokens are made and which keys sign them. */
function configuration(base: string, tenantId: string): Answer {
  const tenant = `${base}/${tenantId}`;
  return json(200, {
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${tenant}/v2.0`,
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${tenant}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${tenant}/oauth2/v2.0/logout`,
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
  });
}

/** The login host (`login.microsoftonline.com`). */
export function login(directory: Directory, key: SigningKey): (request: Request) => Answer {
  return (request) => {
    const [, tenantName = '', ...rest] = request.path.split('/').map(decodeURIComponent);
    const where = `${request.method} ${rest.join('/')}`;
    const tenant = directory.find(tenantName);
    switch (where) {
      case 'GET v2.0/.well-known/openid-configuration':
        if (tenant === undefined) return refused(90002, { tenant: tenantName, clientId: '', resource: '' });
        return configuration(request.base, tenant.data.tenantId);
      case 'GET discovery/v2.0/keys':
        return json(200, key.jwks());
      case 'POST oauth2/v2.0/token':
        return issueToken(directory, key, tenantName, request);
      default:
        return json(404, { error: 'not_found' });
    }
  };
}

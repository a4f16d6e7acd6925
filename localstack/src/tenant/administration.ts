import type { Directory } from './directory.ts';
import { json, type Answer } from './http.ts';
import { callerOf, type Caller } from './login/bearer.ts';
import type { SigningKey } from './login/jwt.ts';
import type { Service } from './service.ts';

const refusedSharePoint = (): Answer =>
  json(
    401,
    { error_description: 'Unsupported app only token.' },
    { 'x-ms-diagnostics': '3001000;reason="There is no app only token."' },
  );

function sharePointAnswer(caller: Caller, path: string): Answer {
  // SharePoint takes no app-only token that was bought with a secret
  if (!caller.byCertificate) return refusedSharePoint();
  if (!caller.roles.includes('Sites.FullControl.All'))
    return json(403, {
      error: {
        code: '-2147024891, System.UnauthorizedAccessException',
        message: { lang: 'en-US', value: 'Attempted to perform an unauthorized operation.' },
      },
    });
  if (path !== '/_api/SPO.Tenant')
    return json(404, {
      error: {
        code: '-1, Microsoft.SharePoint.Client.ResourceNotFoundException',
        message: { lang: 'en-US', value: 'Cannot find resource for the request.' },
      },
    });
  return json(
    200,
    { d: caller.tenant.data.sharePoint },
    { 'content-type': 'application/json;odata=verbose;charset=utf-8' },
  );
}

/** SharePoint's administration (`https://{tenant}-admin.sharepoint.com`). */
export function sharePoint(directory: Directory, key: SigningKey): Service {
  return (request) => {
    const caller = callerOf(request, 'sharepoint', directory, key);
    return {
      seen: {
        surface: 'sharepoint',
        tenantId: typeof caller === 'string' ? null : caller.tenant.data.tenantId,
        call: `${request.method} ${request.path}`,
        permissions: ['Sites.FullControl.All'],
      },
      answer: () => (typeof caller === 'string' ? refusedSharePoint() : sharePointAnswer(caller, request.path)),
      struck: ({ effect }) => (effect === 'denied' ? refusedSharePoint() : null),
    };
  };
}

function teamsAnswer(caller: Caller, path: string): Answer {
  if (!caller.roles.includes('application_access') || !caller.app.globalReader)
    return json(403, { code: 'Forbidden', message: 'AccessDenied.' });
  const [, type = '', instance] =
    /^\/Skype\.Policy\/configurations\/([A-Za-z]+)(?:\/configuration\/([^/]+))?$/i.exec(path) ?? [];
  const instances = caller.tenant.data.teams[type];
  if (instances === undefined) return json(404, { code: 'NotFound', message: `No configuration of type ${type}.` });
  if (instance === undefined) return json(200, instances);
  const found = instances.find((entry) => entry['Identity'] === instance);
  return found === undefined ? json(404, { code: 'NotFound', message: `No instance ${instance}.` }) : json(200, found);
}

/** The service behind the Teams PowerShell module (`https://api.interfaces.records.teams.microsoft.com`). */
export function teams(directory: Directory, key: SigningKey): Service {
  return (request) => {
    const caller = callerOf(request, 'teams', directory, key);
    return {
      seen: {
        surface: 'teams',
        tenantId: typeof caller === 'string' ? null : caller.tenant.data.tenantId,
        call: `${request.method} ${request.path}`,
        permissions: ['application_access'],
      },
      answer: () =>
        typeof caller === 'string'
          ? json(401, { code: 'Unauthorized', message: 'Unauthorized' })
          : teamsAnswer(caller, request.path),
      struck: ({ effect }) => (effect === 'denied' ? json(403, { code: 'Forbidden', message: 'AccessDenied.' }) : null),
    };
  };
}

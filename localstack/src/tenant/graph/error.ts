import { randomUUID } from 'node:crypto';
import type { NoCaller } from '../login/bearer.ts';
import { json, type Answer } from '../http.ts';
import type { PathAccess } from './access.ts';

/** An error in Graph's form. */
export function graphError(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const requestId = randomUUID();
  const date = new Date().toISOString().slice(0, 19);
  const innerError = { date, 'request-id': requestId, 'client-request-id': randomUUID() };
  return json(status, { error: { code, message, innerError } }, { 'request-id': requestId, ...headers });
}

/** No permission: each family of services words it in its own way. */
export function permissionMissing({ least, wording }: PathAccess): Answer {
  const names = least.join(', ');
  switch (wording) {
    case 'directory':
      return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
    case 'policy':
      return graphError(
        403,
        'AccessDenied',
        'You cannot perform the requested operation, required scopes are missing in the token.',
      );
    case 'audit':
      return graphError(
        403,
        'Authentication_MSGraphPermissionMissing',
        `Calling principal does not have required MSGraph permissions ${names}`,
      );
    case 'pim':
      return graphError(
        403,
        'UnknownError',
        JSON.stringify({
          errorCode: 'PermissionScopeNotGranted',
          message: `Authorization failed due to missing permission scope ${names}.`,
          instanceAnnotations: [],
        }),
      );
    case 'intune':
      return graphError(
        403,
        'Forbidden',
        JSON.stringify({
          _version: 3,
          Message: `Application is not authorized to perform this operation. Application must have one of the following scopes: ${names} - Operation ID (for customer support): ${randomUUID()}`,
        }),
      );
  }
}

/** The tenant has no licence for it. */
export function licenceMissing({ wording }: PathAccess): Answer {
  switch (wording) {
    case 'pim':
      return graphError(
        400,
        'AadPremiumLicenseRequired',
        'The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.',
      );
    case 'audit':
      return graphError(
        403,
        'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
        "Neither tenant is B2C or tenant doesn't have premium license",
      );
    case 'intune':
      return graphError(
        400,
        'BadRequest',
        JSON.stringify({ _version: 3, Message: 'Request not applicable to target tenant.' }),
      );
    default:
      return graphError(403, 'Forbidden', 'Your tenant is not licensed for this feature.');
  }
}

const TOKENS: Readonly<Record<NoCaller, string>> = {
  absent: 'Access token is empty.',
  invalid: 'IDX10511: Signature validation failed.',
  expired: 'Lifetime validation failed, the token is expired.',
  'wrong-audience': 'Access token validation failure. Invalid audience.',
};
export const noCaller = (why: NoCaller): Answer => graphError(401, 'InvalidAuthenticationToken', TOKENS[why]);

export const throttled = (retryAfterS: number | null): Answer =>
  graphError(
    429,
    'TooManyRequests',
    'Too many requests',
    retryAfterS === null ? {} : { 'retry-after': String(retryAfterS) },
  );

export const noSegment = (segment: string): Answer =>
  graphError(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);

export const notFound = (what: string): Answer =>
  graphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  );

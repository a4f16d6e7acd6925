import { randomUUID } from 'node:crypto';
import { json, type Answer } from '../http.ts';

/** An error of the login host: number, OAuth error and text, worded as Microsoft words it. */
interface Refusal {
  readonly status: number;
  readonly error:
    | 'invalid_client'
    | 'invalid_request'
    | 'invalid_scope'
    | 'unauthorized_client'
    | 'invalid_resource'
    | 'access_denied'
    | 'unsupported_grant_type'
    | 'server_error';
  readonly text: (names: RefusalNames) => string;
}

/** The names that stand in the texts. */
export interface RefusalNames {
  readonly tenant: string;
  readonly clientId: string;
  readonly resource: string;
}

const REFUSALS = {
  7000215: {
    status: 401,
    error: 'invalid_client',
    text: ({ clientId }) =>
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
  },
  7000222: {
    status: 401,
    error: 'invalid_client',
    text: ({ clientId }) =>
      `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app, or consider using certificate credentials for added security.`,
  },
  700016: {
    status: 400,
    error: 'unauthorized_client',
    text: ({ clientId, tenant }) =>
      `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  },
  90002: {
    status: 400,
    error: 'invalid_request',
    text: ({ tenant }) =>
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  },
  900023: {
    status: 400,
    error: 'invalid_request',
    text: ({ tenant }) =>
      `Specified tenant identifier '${tenant}' is neither a valid DNS name, nor a valid external domain.`,
  },
  900382: {
    status: 400,
    error: 'invalid_request',
    text: () => 'Confidential Client is not supported in Cross Cloud request.',
  },
  53003: {
    status: 400,
    error: 'access_denied',
    text: () =>
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  500011: {
    status: 400,
    error: 'invalid_resource',
    text: ({ resource, tenant }) =>
      `The resource principal named ${resource} was not found in the tenant named ${tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
  },
  1002012: {
    status: 400,
    error: 'invalid_scope',
    text: ({ resource }) =>
      `The provided value for scope ${resource} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  },
  700027: {
    status: 401,
    error: 'invalid_client',
    text: ({ clientId }) =>
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Please visit the Azure Portal and upload the certificate for the app with identifier '${clientId}'.]`,
  },
  700024: {
    status: 401,
    error: 'invalid_client',
    text: () => 'Client assertion is not within its valid time range.',
  },
  7000218: {
    status: 401,
    error: 'invalid_client',
    text: () => "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  70003: {
    status: 400,
    error: 'unsupported_grant_type',
    text: () => 'The app requested an unsupported grant type.',
  },
} as const satisfies Record<number, Refusal>;

export type RefusalCode = keyof typeof REFUSALS;

/** The login host's answer with an `AADSTS…` error. */
export function refused(code: RefusalCode, names: RefusalNames): Answer {
  const refusal: Refusal = REFUSALS[code];
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = new Date()
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z/, 'Z');
  const tail = `Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
  return json(refusal.status, {
    error: refusal.error,
    error_description: `AADSTS${code}: ${refusal.text(names)} ${tail}`,
    error_codes: [code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  });
}

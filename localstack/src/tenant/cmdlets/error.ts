import { randomUUID } from 'node:crypto';
import { json, type Answer } from '../http.ts';
import type { Struck } from '../faults.ts';

/** An error in the form of Exchange's administration; what PowerShell threw stands in the details. */
export function cmdletError(
  status: number,
  code: string,
  message: string,
  { thrown, headers = {} }: { readonly thrown?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Answer {
  const details = thrown === undefined ? {} : { details: [{ code: 'Context', target: '', message: thrown }] };
  const innererror = { message, type: 'Microsoft.Exchange.Admin.OData.Core.ODataServiceException', stacktrace: '' };
  return json(status, { error: { code, message, ...details, innererror } }, { 'request-id': randomUUID(), ...headers });
}

/** No permission or no role: 401, and not a word. */
export const noRole = (): Answer => ({ status: 401, headers: { 'request-id': randomUUID() }, body: '' });

/** A cmdlet that the licence or the role hides. */
export const noCmdlet = (name: string): Answer =>
  cmdletError(404, 'NotFound', 'Error executing cmdlet', {
    thrown: `|System.Management.Automation.CommandNotFoundException|The term '${name}' is not recognized as a name of a cmdlet, function, script file, or executable program.`,
  });

/** How Exchange puts an effect. */
export function struckCmdlet({ effect, retryAfterS }: Struck): Answer | null {
  const headers = retryAfterS === null ? {} : { 'retry-after': String(retryAfterS) };
  switch (effect) {
    case 'denied':
    case 'expired':
      return noRole();
    case 'unlicensed':
    case 'no-segment':
    case 'not-found':
      return noCmdlet('it');
    case 'throttled':
      return cmdletError(429, 'TooManyRequests', 'Too many requests.', { headers });
    case 'internal':
      return cmdletError(500, 'InternalServerError', 'An error occurred while processing the request.');
    case 'unavailable':
      return cmdletError(503, 'ServiceUnavailable', 'The service is temporarily unavailable.', { headers });
    case 'gateway-timeout':
      return cmdletError(504, 'GatewayTimeout', 'The request timed out.');
    default:
      return null;
  }
}

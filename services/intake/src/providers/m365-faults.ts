import { isGuid, readPem } from '@cis-scan/access/m365';
import type { M365AppTarget } from '@cis-scan/contracts';
import { member, type Fault } from '../request/fault.ts';

const NOT_A_GUID =
  'This must be a GUID, such as 11111111-2222-4333-8444-555555555555, as the app registration shows it.';

/** Exactly one of the two, and a certificate with its key. No sentence repeats a value. */
function openerFaults(input: M365AppTarget['access_input'], at: string): Fault[] {
  const { client_secret: secret, client_certificate: certificate } = input;
  if ((secret === undefined) === (certificate === undefined)) {
    const detail = 'Send either client_secret or client_certificate.';
    return [{ path: secret === undefined ? at : member(at, 'client_certificate'), detail }];
  }
  const read = certificate === undefined ? null : readPem(certificate);
  return read === null || read.ok ? [] : [{ path: member(at, 'client_certificate'), detail: read.detail }];
}

/** What is wrong with a tenant as far as the request itself tells. */
export function m365Faults({ access_input: input, regions }: M365AppTarget, path: string): Fault[] {
  const at = member(path, 'access_input');
  const ids = (['client_id', 'tenant_id'] as const).filter((name) => !isGuid(input[name]));
  return [
    ...ids.map((name) => ({ path: member(at, name), detail: NOT_A_GUID })),
    ...openerFaults(input, at),
    ...(regions === undefined ? [] : [{ path: member(path, 'regions'), detail: 'A tenant has no regions.' }]),
  ];
}

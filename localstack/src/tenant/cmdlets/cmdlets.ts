import type { Directory } from '../directory.ts';
import { json, parsed, type Answer, type Request } from '../http.ts';
import type { Json, JsonObject } from '../json.ts';
import { callerOf, type Caller, type NoCaller } from '../login/bearer.ts';
import type { SigningKey } from '../login/jwt.ts';
import type { Service } from '../service.ts';
import { cmdletError, noCmdlet, noRole, struckCmdlet } from './error.ts';

/** The endpoints of the documented Exchange Admin API, and the cmdlets that each takes. */
const ENDPOINTS: Readonly<Record<string, string>> = {
  OrganizationConfig: 'Get-OrganizationConfig',
  AcceptedDomain: 'Get-AcceptedDomain',
  Mailbox: 'Get-Mailbox',
  MailboxFolderPermission: 'Get-MailboxFolderPermission',
  DistributionGroupMember: 'Get-DistributionGroupMember',
  DynamicDistributionGroupMember: 'Get-DynamicDistributionGroupMember',
};

interface CmdletCall {
  readonly tenantName: string;
  /** null: InvokeCommand. */
  readonly endpoint: string | null;
  readonly cmdlet: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** `POST /adminapi/{beta|v2.0}/{tenant}/{InvokeCommand|endpoint}`; undefined for every other path. */
function cmdletCall(request: Request): CmdletCall | undefined {
  const [, root, version, tenantName = '', endpoint = ''] = request.path.split('/').map(decodeURIComponent);
  if (root?.toLowerCase() !== 'adminapi' || request.method !== 'POST') return undefined;
  const invoke = endpoint === 'InvokeCommand' && (version === 'beta' || version === 'v1.0');
  if (!invoke && !(version === 'v2.0' && endpoint in ENDPOINTS)) return undefined;
  const { CmdletInput } = Object(parsed(request.body)) as { CmdletInput?: unknown };
  const { CmdletName, Parameters } = Object(CmdletInput) as { CmdletName?: unknown; Parameters?: unknown };
  const parameters = Object(Parameters ?? {}) as Readonly<Record<string, unknown>>;
  return { tenantName, endpoint: invoke ? null : endpoint, cmdlet: String(CmdletName ?? ''), parameters };
}

/** Lists carry their type beside them, as PowerShell's do over REST. */
function row(item: JsonObject): JsonObject {
  const entries = Object.entries(item).flatMap(([name, value]): [string, Json][] => {
    const list = Array.isArray(value);
    return list
      ? [
          [`${name}@data.type`, '#Collection(String)'],
          [name, value],
        ]
      : [[name, value]];
  });
  return { '@odata.type': '#Exchange.GenericHashTable', ...Object.fromEntries(entries) };
}

/** The parameters by which a cmdlet narrows what it lists. */
function chosen(items: readonly JsonObject[], parameters: CmdletCall['parameters']): readonly JsonObject[] {
  const wanted = parameters['Identity'] ?? parameters['Mailbox'];
  if (typeof wanted !== 'string') return items;
  const keys = ['Identity', 'Name', 'UserPrincipalName', 'ExternalDirectoryObjectId', 'MailboxOwnerId', 'Domain'];
  return items.filter((item) => keys.some((key) => String(item[key] ?? '').toLowerCase() === wanted.toLowerCase()));
}

function listed(items: readonly JsonObject[], request: Request): Answer {
  const preferred = /odata\.maxpagesize=(\d+)/.exec(request.headers['prefer'] ?? '')?.[1];
  const size = Math.max(1, Math.min(Number(preferred ?? 1000), 1000));
  const offset = Number(request.query.get('$skiptoken') ?? 0);
  const end = offset + size;
  const next = end < items.length ? { '@odata.nextLink': `${request.base}${request.path}?$skiptoken=${end}` } : {};
  return json(200, {
    '@odata.context': `${request.base}${request.path.replace(/\/[^/]+$/, '')}/$metadata#Collection(Exchange.GenericHashTable)`,
    'adminapi.warnings@odata.type': '#Collection(String)',
    '@adminapi.warnings': [],
    ...next,
    value: items.slice(offset, end).map(row),
  });
}

function answered(call: CmdletCall, request: Request, caller: Caller, surface: 'exchange' | 'purview'): Answer {
  const { data } = caller.tenant;
  const [permission] = permissionsOf(call);
  // both permission and role are asked for, and Exchange says of neither which one it is: 401 with an empty body
  if (!caller.roles.includes(permission) || !caller.app.globalReader) return noRole();
  if (![data.tenantId, data.initialDomain].includes(call.tenantName.toLowerCase())) return noRole();
  if (call.endpoint !== null && ENDPOINTS[call.endpoint] !== call.cmdlet) {
    return cmdletError(400, 'BadRequest', `Cmdlet ${call.cmdlet} is not supported by the endpoint ${call.endpoint}.`);
  }
  if (!/^(Get|Search)-/.test(call.cmdlet)) return noCmdlet(call.cmdlet); // a reader's role hides what writes
  const items = (surface === 'exchange' ? data.cmdlets : data.compliance)[call.cmdlet];
  return items === undefined ? noCmdlet(call.cmdlet) : listed(chosen(items, call.parameters), request);
}

const permissionsOf = ({ endpoint }: CmdletCall): readonly [string] =>
  endpoint === null ? ['Exchange.ManageAsApp'] : ['Exchange.ManageAsAppV2'];

const elsewhere = (): Answer => cmdletError(404, 'NotFound', 'The requested resource does not exist.');

/** Exchange Online's administration (both forms), or Purview's, which takes the same requests on a host of its own. */
export function cmdlets(surface: 'exchange' | 'purview', directory: Directory, key: SigningKey): Service {
  return (request) => {
    const caller: Caller | NoCaller = callerOf(request, surface, directory, key);
    const call = cmdletCall(request);
    const name =
      call === undefined
        ? `${request.method} ${request.path}`
        : `${call.endpoint === null ? '' : `${call.endpoint}/`}${call.cmdlet}`;
    return {
      seen: {
        surface,
        tenantId: typeof caller === 'string' ? null : caller.tenant.data.tenantId,
        call: name,
        permissions: call === undefined ? [] : permissionsOf(call),
      },
      answer: () => {
        if (typeof caller === 'string') return noRole();
        return call === undefined ? elsewhere() : answered(call, request, caller, surface);
      },
      struck: struckCmdlet,
    };
  };
}

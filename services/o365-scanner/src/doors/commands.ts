import type { Command, CommandDoor } from '../tenant.ts';
import { addressOf } from './address.ts';
import { jsonFrom } from './http-answer.ts';
import { sendTo, type HttpDoorOptions } from './rest.ts';

/** The mailbox by which Exchange finds the servers of a tenant: the same one in all of them. */
const ANCHOR = 'APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}';
const PAGE_SIZE = 1000;

const pathOf = (tenantId: string, { endpoint }: Command): string =>
  endpoint === null ? `/adminapi/beta/${tenantId}/InvokeCommand` : `/adminapi/v2.0/${tenantId}/${endpoint}`;

const nameOf = ({ endpoint, cmdlet, parameters }: Command): string => {
  const given = Object.keys(parameters).length === 0 ? '' : ` ${JSON.stringify(parameters)}`;
  return `${endpoint === null ? '' : `${endpoint}/`}${cmdlet}${given}`;
};

/** Exchange Online or Purview: each cmdlet is a POST of its name and parameters, each further page the same to its link. */
export function commandDoor(tenantId: string, { base, token, ask }: HttpDoorOptions): CommandDoor {
  return {
    run: async (command, next) => {
      const address = addressOf(base, next ?? pathOf(tenantId, command));
      const body = JSON.stringify({ CmdletInput: { CmdletName: command.cmdlet, Parameters: command.parameters } });
      const headers = {
        accept: 'application/json',
        'content-type': 'application/json',
        prefer: `odata.maxpagesize=${PAGE_SIZE}`,
        'x-anchormailbox': `${ANCHOR}@${tenantId}`,
        'x-responseformat': 'json',
        'x-cmdletname': command.cmdlet,
      };
      return ask(`${nameOf(command)}${next === null ? '' : ` ${next}`}`, (signal) =>
        jsonFrom(() => sendTo(address, { token, signal, method: 'POST', headers, body })),
      );
    },
  };
}

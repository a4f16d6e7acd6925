import type { AuthenticationPolicy } from '../../semantics/authentication-policy.ts';
import type { Answer } from '../answer.ts';
import { command } from '../define-command.ts';
import { guidOf } from './identity.ts';

const PROTOCOLS = [
  'ActiveSync',
  'Autodiscover',
  'Imap',
  'Mapi',
  'OfflineAddressBook',
  'OutlookService',
  'Pop',
  'Powershell',
  'ReportingWebServices',
  'Rpc',
  'Smtp',
  'WebServices',
] as const;

const allowed = (item: Answer, protocol: string): boolean => {
  const flag = item.at(`AllowBasicAuth${protocol}`);
  // Microsoft spells this one both ways
  return protocol === 'Powershell' && flag.absent() ? allowed(item, 'PowerShell') : flag.flag();
};

/** Which protocols take a bare password, by policy. */
export const authenticationPolicies = command({
  name: 'exchange/authentication-policies',
  cmdlet: 'Get-AuthenticationPolicy',
  read: (item): AuthenticationPolicy => ({
    id: guidOf(item),
    names: ['Name', 'Identity', 'Guid', 'DistinguishedName'].flatMap((name) =>
      item.at(name).or([], (value) => [value.text()]),
    ),
    allows: [
      ...PROTOCOLS.filter((protocol) => allowed(item, protocol)),
      // answered, but no parameter sets it: not in every answer
      ...(item.at('AllowBasicAuthRest').or(false, (flag) => flag.flag()) ? ['Rest'] : []),
    ],
  }),
});

import { commandOne } from '../define-command.ts';

/** Mail transport settings of the whole organisation. */
export const transportConfig = commandOne({
  name: 'exchange/transport-config',
  cmdlet: 'Get-TransportConfig',
  read: (item) => ({ smtpAuthenticationDisabled: item.at('SmtpClientAuthenticationDisabled').flag() }),
});

import { command } from '../define-command.ts';
import { momentOf } from './moment.ts';

/** Who was seen sending in the name of somebody else, and whether such mail is let in. */
export const spoofedSenders = command({
  name: 'exchange/spoofed-senders',
  cmdlet: 'Get-SpoofIntelligenceInsight',
  read: (item) => ({
    /** An address of the organisation, or the domain of somebody outside. */
    spoofed: item.at('SpoofedUser').text(),
    sentFrom: item.at('SendingInfrastructure').text(),
    messages: item.at('MessageCount').number(),
    lastSeen: momentOf(item.at('LastSeen')),
    /** `Allow` or `Block`. */
    action: item.at('Action').text(),
  }),
});

import { command } from '../define-command.ts';
import { momentOf } from './moment.ts';

/** Users who may send no more mail, because what they sent looked like spam. */
export const restrictedSenders = command({
  name: 'exchange/restricted-senders',
  cmdlet: 'Get-BlockedSenderAddress',
  read: (item) => ({
    user: item.at('SenderAddress').text(),
    reason: item.at('Reason').or('', (reason) => reason.text()),
    since: momentOf(item.at('CreatedDatetime')),
  }),
});

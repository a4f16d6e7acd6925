import { command } from '../define-command.ts';
import { guidOf, nameOf } from './identity.ts';

/** Policies for spam that leaves the organisation; the default one is for everybody whom no other names. */
export const outboundSpamPolicies = command({
  name: 'exchange/outbound-spam-policies',
  cmdlet: 'Get-HostedOutboundSpamFilterPolicy',
  read: (item) => ({
    id: guidOf(item),
    name: nameOf(item),
    isDefault: item.at('IsDefault').flag(),
    /** What becomes of mail that clients forward outside; `Automatic` leaves it to Microsoft. */
    forwarding: item.at('AutoForwardingMode').oneOf('Automatic', 'Off', 'On'),
    notifies: item.at('NotifyOutboundSpam').flag(),
    /** Null: nobody is named. */
    notified: item
      .at('NotifyOutboundSpamRecipients')
      .or(0, (who) => who.texts().filter((one) => one.trim() !== '').length),
    copies: item.at('BccSuspiciousOutboundMail').flag(),
    /** Null: nobody is named. */
    copied: item
      .at('BccSuspiciousOutboundAdditionalRecipients')
      .or(0, (who) => who.texts().filter((one) => one.trim() !== '').length),
  }),
});

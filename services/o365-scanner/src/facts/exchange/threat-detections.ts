import { command } from '../define-command.ts';
import { momentOf } from './moment.ts';

/** Mail in which Exchange Online Protection or Defender for Office 365 found something, of the past ten days or more. */
export const threatDetections = command({
  name: 'exchange/threat-detections',
  cmdlet: 'Get-MailDetailATPReport',
  // the largest page that Microsoft allows
  parameters: { PageSize: 5000 },
  read: (item) => ({
    at: momentOf(item.at('Date')),
    /** By which means it was found. */
    event: item.at('EventType').text(),
    domain: item.at('Domain').or(null, (domain) => domain.text()),
    /** `Malware`, `Phish` …; null in answers that do not tell. */
    verdict: item.at('VerdictType').or(null, (verdict) => verdict.text()),
  }),
});

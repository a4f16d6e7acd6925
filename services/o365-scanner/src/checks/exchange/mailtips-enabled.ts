import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { reported } from '../_reported.ts';
import { byOrganization, untold } from './_organization.ts';

const { documented, command } = byOrganization<{ readonly maxLargeAudience: number }>((config, fact, options) => {
  const flags = {
    MailTipsAllTipsEnabled: config.mailTips,
    MailTipsExternalRecipientsTipsEnabled: config.mailTipsExternal,
    MailTipsGroupMetricsEnabled: config.mailTipsGroups,
  };
  const large = config.mailTipsLargeAudience;
  const found = saw(fact, { ...flags, MailTipsLargeAudienceThreshold: large });
  const names = Object.entries(flags);
  const off = names.filter(([, on]) => on === false).map(([name]) => `${name} is off and should be on`);
  const most = options.maxLargeAudience;
  const wide = large !== null && large > most;
  const wrong = [
    ...off,
    ...(wide ? [`a large audience begins at ${large} recipients, at most ${most} are wanted`] : []),
  ];
  if (wrong.length > 0) return [fail(target, wrong.join(', '), found)];
  const missing = names.filter(([, on]) => on === null).map(([name]) => name);
  if (large === null) missing.push('MailTipsLargeAudienceThreshold');
  if (missing.length > 0) return [untold(fact, ...missing)];
  return [pass(target, `MailTips are on, also for external recipients and from ${large} recipients on`, found)];
});

export default check({
  title: 'MailTips warn before mail is sent',
  why: 'A hint while writing, that a recipient is outside or that very many will read it, stops mail to the wrong people before it leaves.',
  fix: 'In Exchange Online PowerShell: Set-OrganizationConfig -MailTipsAllTipsEnabled $true -MailTipsExternalRecipientsTipsEnabled $true -MailTipsGroupMetricsEnabled $true -MailTipsLargeAudienceThreshold 25. Tips about external recipients are off until somebody turns them on.',
  options: { maxLargeAudience: 25 },
  ...documented,
  otherwise: [command, reported('exo_mailtipsenabled')],
});

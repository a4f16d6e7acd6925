import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { sharePointSettings } from '../../facts/graph/sharepoint-settings.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'Documents are shared with chosen domains only',
  why: 'A list of domains keeps a mistyped address or a private mailbox from becoming the way out for documents.',
  fix: 'In the SharePoint admin center, Policies, Sharing, More external sharing settings, limit external sharing by domain and list the domains.',
  needs: { settings: sharePointSettings },
  options: { acceptedModes: ['allowList'] },
  evaluate({ settings }, { acceptedModes }) {
    const { sharing, domainRestriction: mode, allowedDomains, blockedDomains } = settings;
    const listed = mode === 'allowList' ? allowedDomains : mode === 'blockList' ? blockedDomains : [];
    const found = saw(sharePointSettings, {
      sharingCapability: sharing,
      sharingDomainRestrictionMode: mode,
      domains: [...listed].sort(),
    });
    if (sharing === 'disabled') {
      return [pass(target, 'nothing is shared outside the organisation (sharingCapability disabled)', found)];
    }
    const wanted = `${acceptedModes.join(' or ')} with at least one domain is wanted`;
    if (!acceptedModes.includes(mode)) {
      return [fail(target, `sharing outside is limited by ${mode}, ${wanted}`, found)];
    }
    return listed.length === 0
      ? [fail(target, `sharing outside is limited by ${mode}, which is empty, ${wanted}`, found)]
      : [pass(target, `sharing outside is limited by ${mode} (domains listed: ${listed.length})`, found)];
  },
  otherwise: [reported('spo_external_sharing_managed')],
});

import { check, manual, pass, saw, target } from '@cis-scan/engine';
import { sharePointSettings } from '../../facts/graph/sharepoint-settings.ts';
import { NOT_ASKED } from './_administration.ts';

export default check({
  title: 'Links that anybody can open expire',
  why: 'A link that needs no sign-in is a key that can be copied; without an end it opens the document for good.',
  fix: 'In the SharePoint admin center, Policies, Sharing, under "Anyone" links, let these links expire within 30 days (Set-SPOTenant -RequireAnonymousLinksExpireInDays 30), or allow no such links.',
  needs: { settings: sharePointSettings },
  options: { maxDays: 30 },
  evaluate({ settings: { sharing } }, { maxDays }) {
    const found = saw(sharePointSettings, { sharingCapability: sharing });
    // Graph tells whether there can be such links; when they end stands in SharePoint's own administration alone
    return sharing === 'externalUserAndGuestSharing'
      ? [
          manual(
            target,
            `a person decides: links that anybody can open are allowed (${sharing}); SharePoint admin center, Policies, Sharing, "These links must expire within this many days" (RequireAnonymousLinksExpireInDays) should stand between 1 and ${maxDays}, 0 and -1 mean never; ${NOT_ASKED}`,
            found,
          ),
        ]
      : [pass(target, `there can be no links that anybody can open (${sharing})`, found)];
  },
});

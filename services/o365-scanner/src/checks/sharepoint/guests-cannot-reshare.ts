import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { sharePointSettings } from '../../facts/graph/sharepoint-settings.ts';

export default check({
  title: 'Guests cannot share what was shared with them',
  why: 'Who passes a document on to whom is the decision of its owner; a guest who may reshare takes it out of sight.',
  fix: 'In the SharePoint admin center, Policies, Sharing, More external sharing settings, clear "Allow guests to share items they don\'t own" (Set-SPOTenant -PreventExternalUsersFromResharing $true).',
  needs: { settings: sharePointSettings },
  evaluate({ settings: { guestsMayReshare, sharing } }) {
    const found = saw(sharePointSettings, {
      isResharingByExternalUsersEnabled: guestsMayReshare,
      sharingCapability: sharing,
    });
    if (!guestsMayReshare) return [pass(target, 'guests may not share items they do not own', found)];
    return sharing === 'disabled'
      ? [pass(target, 'nothing is shared outside the organisation (sharingCapability disabled)', found)]
      : [fail(target, `guests may share items they do not own, and sharing outside is on (${sharing})`, found)];
  },
});

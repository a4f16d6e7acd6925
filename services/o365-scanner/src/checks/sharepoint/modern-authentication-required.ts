import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { sharePointSettings } from '../../facts/graph/sharepoint-settings.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'SharePoint takes modern authentication only',
  why: 'Programs that sign in the old way hand over name and password alone: no second factor and no condition of access is ever asked of them.',
  fix: 'In the SharePoint admin center, Policies, Access control, Apps that don\'t use modern authentication, choose "Block access" (Set-SPOTenant -LegacyAuthProtocolsEnabled $false).',
  needs: { settings: sharePointSettings },
  evaluate({ settings: { legacyAuthentication } }) {
    const found = saw(sharePointSettings, { isLegacyAuthProtocolsEnabled: legacyAuthentication });
    return legacyAuthentication
      ? [fail(target, 'SharePoint lets apps sign in by legacy authentication, which should be blocked', found)]
      : [pass(target, 'SharePoint blocks legacy authentication', found)];
  },
  otherwise: [reported('spo_legacy_auth')],
});

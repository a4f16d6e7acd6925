import { check, fail, pass, saw, target } from '@cis-scan/engine';
import { sharePointSettings } from '../../facts/graph/sharepoint-settings.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'OneDrive syncs to joined computers only',
  why: 'A private computer that syncs holds a copy of every document, out of reach of encryption, updates and remote wipe.',
  fix: 'In the SharePoint admin center, Settings, Sync, allow syncing only on computers joined to specific domains and list the GUIDs of the domains.',
  needs: { settings: sharePointSettings },
  evaluate({ settings: { syncRestricted, syncDomains } }) {
    const found = saw(sharePointSettings, {
      isUnmanagedSyncAppForTenantRestricted: syncRestricted,
      allowedDomainGuidsForSyncApp: [...syncDomains].sort(),
    });
    if (syncRestricted && syncDomains.length > 0) {
      return [
        pass(
          target,
          `OneDrive syncs only to computers joined to a listed domain (domains listed: ${syncDomains.length})`,
          found,
        ),
      ];
    }
    const state = syncRestricted
      ? 'OneDrive sync is restricted, but to no listed domain'
      : 'OneDrive syncs to any computer';
    return [
      fail(
        target,
        `${state}; only computers joined to listed domains should sync (a tenant without a domain of its own can reach the same by Conditional Access, which is not looked at here)`,
        found,
      ),
    ];
  },
  otherwise: [reported('spo_block_onedrive_sync_unmanaged_devices')],
});

import type { TenantData } from './model.ts';
import { activity } from './messy/activity.ts';
import { collaboration, compliance, sharePoint, teams } from './messy/collaboration.ts';
import { devices } from './messy/devices.ts';
import { cmdlets } from './messy/exchange.ts';
import { DOMAIN, domains, INITIAL_DOMAIN, zone } from './messy/names.ts';
import { people } from './messy/people.ts';
import { policies } from './messy/policies.ts';
import { appsOf } from './shapes/apps.ts';
import { organization, subscriptions } from './shapes/organization.ts';
import { controlProfiles, secureScores, type Standing } from './shapes/secure-score.ts';
import { daysBefore } from './shapes/times.ts';

const TENANT_ID = '9c4d1f20-6b7a-4c1d-8e2f-5a6b7c8d9e0f';

/** Nothing is done; a few things are begun. */
const STANDING: Standing = {
  otherwise: 0,
  percent: { AdminMFAV2: 60, MFARegistrationV2: 40, aad_password_protection: 50 },
};

/** A tenant that grew by itself: whatever can be left open is. Its pages are small, and some begin with an empty one. */
export function messyTenant(now: Date): TenantData {
  const ago = daysBefore(now);
  const tenant = {
    tenantId: TENANT_ID,
    displayName: 'Harbourline',
    defaultDomain: DOMAIN,
    initialDomain: INITIAL_DOMAIN,
  };
  return {
    ...tenant,
    apps: appsOf('0a17'),
    graph: {
      ...organization({ ...tenant, lastSync: ago(0.02), lastPasswordSync: ago(45) }),
      '/subscribedSkus': subscriptions,
      '/directory/onPremisesSynchronization': [
        {
          id: TENANT_ID,
          configuration: { synchronizationInterval: 'PT30M' },
          features: {
            passwordSyncEnabled: false,
            passwordWritebackEnabled: false,
            blockSoftMatchEnabled: false,
            blockCloudObjectTakeoverThroughHardMatchEnabled: false,
          },
        },
      ],
      '/security/secureScores': secureScores(TENANT_ID, now, STANDING),
      '/security/secureScoreControlProfiles': controlProfiles(TENANT_ID, now, STANDING),
      ...domains,
      ...people(now),
      ...policies,
      ...activity(now),
      ...collaboration,
      ...devices,
    },
    cmdlets: cmdlets(now),
    compliance,
    sharePoint,
    teams,
    zone,
    unlicensed: [],
    paging: {
      size: 4,
      emptyFirst: ['/users', '/groups', '/identity/conditionalAccess/policies', '/auditLogs/directoryAudits'],
    },
  };
}

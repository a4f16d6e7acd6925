import type { TenantData } from './model.ts';
import { appsOf } from './shapes/apps.ts';
import { organization, subscriptions } from './shapes/organization.ts';
import { controlProfiles, secureScores, type Standing } from './shapes/secure-score.ts';
import { daysBefore } from './shapes/times.ts';
import { activity } from './tidy/activity.ts';
import { collaboration, compliance, sharePoint, teams } from './tidy/collaboration.ts';
import { devices } from './tidy/devices.ts';
import { cmdlets } from './tidy/exchange.ts';
import { DOMAIN, domains, INITIAL_DOMAIN, zone } from './tidy/names.ts';
import { people } from './tidy/people.ts';
import { policies } from './tidy/policies.ts';

const TENANT_ID = '3f0c8c1e-5d0b-4a55-9a3b-6b6f1f6f0a11';
const STANDING: Standing = { otherwise: 100 };

/** A tenant in which somebody has seen to everything. */
export function tidyTenant(now: Date): TenantData {
  const ago = daysBefore(now);
  const tenant = {
    tenantId: TENANT_ID,
    displayName: 'Larkfield',
    defaultDomain: DOMAIN,
    initialDomain: INITIAL_DOMAIN,
  };
  return {
    ...tenant,
    apps: appsOf('0b28'),
    graph: {
      ...organization({ ...tenant, lastSync: ago(0.02), lastPasswordSync: ago(0.01) }),
      '/subscribedSkus': subscriptions,
      '/directory/onPremisesSynchronization': [
        {
          id: TENANT_ID,
          configuration: { synchronizationInterval: 'PT30M' },
          features: {
            passwordSyncEnabled: true,
            passwordWritebackEnabled: true,
            blockSoftMatchEnabled: true,
            blockCloudObjectTakeoverThroughHardMatchEnabled: true,
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
    paging: { size: 100, emptyFirst: [] },
  };
}

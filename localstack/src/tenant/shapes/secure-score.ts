import type { Json, JsonObject } from '../json.ts';
import { CONTROLS } from './secure-score-controls.ts';
import { dayBefore } from './times.ts';

/** How a tenant stands, in percent, by the control's name; a control without an entry stands at `otherwise`. */
export interface Standing {
  readonly otherwise: number;
  readonly percent?: Readonly<Record<string, number>>;
  /** Controls that Microsoft does not list for this tenant. */
  readonly absent?: readonly string[];
  /** What a person told the portal about a control. */
  readonly states?: Readonly<Record<string, 'ThirdParty' | 'Ignored' | 'Reviewed'>>;
}

const VENDOR = { provider: 'SecureScore', providerVersion: null, subProvider: null, vendor: 'Microsoft' };
const listed = ({ absent = [] }: Standing) => CONTROLS.filter(({ name }) => !absent.includes(name));

function controlScore(name: string, category: string, most: number, percent: number, lastSynced: string): JsonObject {
  const detail: Record<string, Json> =
    most % 2 === 0 ? { count: String(percent / 10), total: '10' } : { on: String(percent === 100) };
  return {
    controlCategory: category,
    controlName: name,
    description: '<p>Microsoft describes the action here.</p>',
    score: (most * percent) / 100,
    scoreInPercentage: percent,
    implementationStatus: percent === 100 ? 'The action is complete.' : `The action stands at ${percent} percent.`,
    lastSynced,
    source: 'Microsoft',
    IsApplicable: 'true',
    ...detail,
  };
}

/**
 * The daily snapshots, the newest first. The newest one is of yesterday, as Microsoft's are; on the days before, every
 * control stood the other way round, so that whoever reads an old day reads wrong.
 */
export function secureScores(tenantId: string, now: Date, standing: Standing): readonly JsonObject[] {
  return [1, 2, 3, 4, 5].map((days) => {
    const day = dayBefore(now)(days);
    const controlScores = listed(standing).map(({ name, category, most }) => {
      const percent = standing.percent?.[name] ?? standing.otherwise;
      return controlScore(name, category, most, days === 1 ? percent : percent === 100 ? 0 : 100, day);
    });
    return {
      id: `${tenantId}_${day.slice(0, 10)}`,
      azureTenantId: tenantId,
      activeUserCount: days === 1 ? -1 : 12, // not counted yet
      createdDateTime: day,
      currentScore: controlScores.reduce((sum, { score }) => sum + Number(score), 0),
      enabledServices: ['HasEXOP2', 'HasMCAS', 'HasAADP1', 'HasAADP2', 'HasSPOP2'],
      licensedUserCount: 12,
      maxScore: listed(standing).reduce((sum, { most }) => sum + most, 0),
      averageComparativeScores: [{ basis: 'AllTenants', averageScore: 41.7 }],
      controlScores,
      vendorInformation: VENDOR,
    };
  });
}

/** What each control is about, and what a person said about it in the portal. */
export function controlProfiles(tenantId: string, now: Date, standing: Standing): readonly JsonObject[] {
  return listed(standing).map(({ name, category, most, title }, at) => {
    const state = standing.states?.[name];
    const said = {
      assignedTo: '',
      comment: 'handled elsewhere',
      updatedBy: 'admin',
      updatedDateTime: dayBefore(now)(30),
    };
    return {
      id: name,
      azureTenantId: tenantId,
      title: title ?? `Improve ${name}`,
      controlCategory: category,
      service: category === 'Identity' ? 'AzureAD' : 'EXO',
      maxScore: most,
      rank: at + 1,
      tier: 'Core',
      actionType: 'Config',
      actionUrl: 'https://security.example/action',
      implementationCost: 'Low',
      userImpact: 'Low',
      threats: ['accountBreach'],
      deprecated: false,
      remediationImpact: '',
      remediation: '',
      lastModifiedDateTime: null,
      controlStateUpdates: state === undefined ? [{ ...said, comment: '', state: 'Default' }] : [{ ...said, state }],
      complianceInformation: [],
      vendorInformation: VENDOR,
    };
  });
}

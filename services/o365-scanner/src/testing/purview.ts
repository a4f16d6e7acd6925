import type { DlpPolicy } from '../semantics/dlp-policy.ts';

/** A data loss prevention policy in force for mail and all of Teams, with what a case changes in it. */
export const dlpPolicy = (over: Partial<DlpPolicy> = {}): DlpPolicy => ({
  id: 'guid-dlp',
  name: 'DLP',
  enabled: true,
  mode: 'Enable',
  workloads: ['Exchange', 'Teams'],
  teams: ['All'],
  teamsExceptions: [],
  ...over,
});

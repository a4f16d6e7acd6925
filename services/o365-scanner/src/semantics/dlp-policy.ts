/** A data loss prevention policy. */
export interface DlpPolicy {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  /** `Enable`, `TestWithNotifications`, `TestWithoutNotifications`, `Disable`, `PendingDeletion`. */
  readonly mode: string;
  /** `Exchange`, `SharePoint`, `OneDriveForBusiness`, `Teams` … */
  readonly workloads: readonly string[];
  /** Groups and people whose chats it is for; `All` for everybody. */
  readonly teams: readonly string[];
  readonly teamsExceptions: readonly string[];
}

const has = (list: readonly string[], wanted: string): boolean =>
  list.some((one) => one.toLowerCase() === wanted.toLowerCase());

/** Why a policy does nothing; empty: it is in force. A policy in test mode protects nothing. */
export const dlpIdleBecause = ({ enabled, mode }: DlpPolicy): readonly string[] => [
  ...(enabled ? [] : ['it is disabled']),
  ...(mode === 'Enable' ? [] : [`its mode is ${mode}, Enable is wanted`]),
];

/** Why a policy is not for every chat and channel in Teams; empty: it is. */
export const teamsCoverLacks = ({ workloads, teams, teamsExceptions }: DlpPolicy): readonly string[] => [
  ...(has(workloads, 'Teams') ? [] : ['it is not for Teams']),
  ...(has(teams, 'All') ? [] : ['it is not for all of Teams']),
  ...(teamsExceptions.length > 0 ? [`it leaves out ${teamsExceptions.length} accounts or groups`] : []),
];

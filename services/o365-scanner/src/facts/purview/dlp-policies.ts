import type { DlpPolicy } from '../../semantics/dlp-policy.ts';
import type { Answer } from '../answer.ts';
import { command } from '../define-command.ts';
import { guidOf } from '../exchange/identity.ts';

/** A location is a text, or an object with a name. PowerShell answers an empty list as null. */
const locations = (item: Answer, name: string): readonly string[] =>
  item.at(name).or([], (list) => {
    try {
      return list.texts();
    } catch {
      return list.items().map((place) => place.at('Name').text());
    }
  });

/** Data loss prevention policies. */
export const dlpPolicies = command({
  name: 'purview/dlp-policies',
  surface: 'purview',
  cmdlet: 'Get-DlpCompliancePolicy',
  read: (item): DlpPolicy => ({
    id: guidOf(item),
    name: item.at('Name').text(),
    enabled: item.at('Enabled').flag(),
    mode: item.at('Mode').text(),
    workloads: item.at('Workload').words(),
    teams: locations(item, 'TeamsLocation'),
    teamsExceptions: locations(item, 'TeamsLocationException'),
  }),
});

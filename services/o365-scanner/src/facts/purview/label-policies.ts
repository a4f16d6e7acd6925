import { command } from '../define-command.ts';
import { guidOf } from '../exchange/identity.ts';

/** A policy that offers labels to people. */
export interface LabelPolicy {
  readonly id: string;
  readonly name: string;
  /** `PublishedSensitivityLabel` where it publishes; auto-labelling and retention have other types. */
  readonly type: string;
  readonly enabled: boolean;
  /** `Enforce`; `PendingDeletion` while it is taken away. */
  readonly mode: string;
  readonly labels: number;
}

export const labelPolicies = command({
  name: 'purview/label-policies',
  surface: 'purview',
  cmdlet: 'Get-LabelPolicy',
  read: (item): LabelPolicy => ({
    id: guidOf(item),
    name: item.at('Name').text(),
    type: item.at('Type').text(),
    enabled: item.at('Enabled').flag(),
    mode: item.at('Mode').or('Enforce', (mode) => mode.text()),
    // PowerShell answers an empty list as null
    labels: item.at('Labels').or(0, (labels) => labels.texts().length),
  }),
});

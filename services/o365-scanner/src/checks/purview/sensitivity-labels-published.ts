import { check, fail, optional, pass, saw, target, type Judgement, type Reading } from '@cis-scan/engine';
import { labelPolicies } from '../../facts/purview/label-policies.ts';
import { sharepointTenant } from '../../facts/sharepoint/tenant.ts';
import { reported } from '../_reported.ts';

/** What is wrong with a policy as one that offers labels; empty: it does. */
const lacks = ({
  type,
  enabled,
  mode,
}: {
  readonly type: string;
  readonly enabled: boolean;
  readonly mode: string;
}) => [
  ...(type === 'PublishedSensitivityLabel' ? [] : [`its type is ${type}`]),
  ...(enabled ? [] : ['it is disabled']),
  ...(mode === 'PendingDeletion' ? ['it is being deleted'] : []),
];

/** Whether SharePoint understands labels. Unread, it decides nothing: the permission for it could also write. */
function inSharePoint(settings: Reading<{ readonly labelsInFiles: boolean }>): Judgement | null {
  if (!settings.ok) return null;
  const { labelsInFiles } = settings.value;
  const found = saw(sharepointTenant, { EnableAIPIntegration: labelsInFiles });
  return labelsInFiles
    ? pass(target, 'SharePoint and OneDrive work with labelled files', found)
    : fail(
        target,
        'SharePoint and OneDrive do not work with labelled files (EnableAIPIntegration), they should',
        found,
      );
}

export default check({
  title: 'Sensitivity labels are published',
  why: 'A label says how confidential a file is and carries its protection along, wherever the file goes; nobody can use one that is not published.',
  fix: 'In the Purview portal, Information protection, create labels and publish them with a label policy; then turn on labels for files in SharePoint and OneDrive (Set-SPOTenant -EnableAIPIntegration $true).',
  needs: { policies: labelPolicies, sharepoint: optional(sharepointTenant) },
  options: { sharePointIntegrationRequired: false },
  evaluate({ policies, sharepoint }, { sharePointIntegrationRequired }) {
    const published = policies.any(
      (policy) => {
        const { name, type, enabled, mode, labels } = policy;
        const wrong = lacks(policy);
        const found = saw(labelPolicies, { policy: name, Type: type, Enabled: enabled, Mode: mode, labels });
        return wrong.length > 0
          ? fail(target, `the label policy "${name}" publishes nothing: ${wrong.join(', ')}`, found)
          : pass(target, `the label policy "${name}" publishes sensitivity labels`, found);
      },
      (judged, all) => {
        const none = 'no label policy publishes sensitivity labels, one should';
        const [first] = [...judged].sort((a, b) => (a.reason < b.reason ? -1 : 1));
        return first === undefined
          ? fail(target, `${none}; there is none at all`, saw(labelPolicies, { policies: 0 }))
          : fail(target, `${none} (${all.length} were read); ${first.reason}`, ...first.evidence);
      },
      { about: target },
    );
    const integrated = sharePointIntegrationRequired ? inSharePoint(sharepoint) : null;
    return integrated === null ? published : [...published, integrated];
  },
  otherwise: [reported(['mip_sensitivitylabelspolicies', 'mip_autosensitivitylabelspolicies'])],
});

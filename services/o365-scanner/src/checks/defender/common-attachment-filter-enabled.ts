import { check, fail, notApplicable, notAssessed, pass, saw } from '@cis-scan/engine';
import { malwareFilterPolicies } from '../../facts/exchange/malware-filter-policies.ts';
import { malwareFilterRules } from '../../facts/exchange/malware-filter-rules.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'Mail with attachments of dangerous types is stopped',
  why: 'Programs and scripts sent as attachments are how most malware arrives, and hardly anybody mails them for a good reason.',
  fix: 'In the Defender portal, Policies & rules, Threat policies, Anti-malware, edit each policy and enable the common attachments filter (Set-MalwareFilterPolicy -EnableFileFilter $true).',
  needs: { policies: malwareFilterPolicies, rules: malwareFilterRules },
  evaluate({ policies, rules }) {
    return policies
      .join(rules, (policy, rule) => rule.policy === policy.name)
      .each(
        ({ left: policy, right: itsRules }) => {
          const { name, isDefault, fileFilter } = policy;
          const found = saw(malwareFilterPolicies, {
            policy: name,
            isDefault,
            EnableFileFilter: fileFilter,
            fileTypes: policy.fileTypes.length,
          });
          if (!isDefault && !itsRules.some((rule) => rule.enabled)) {
            return notApplicable(policy, `no enabled rule applies the policy "${name}"`, found);
          }
          return fileFilter
            ? pass(policy, `the policy "${name}" stops ${policy.fileTypes.length} types of attachments`, found)
            : fail(
                policy,
                `the policy "${name}" lets every type of attachment through; its filter should be on`,
                found,
              );
        },
        // every organisation has the default policy: an answer without it was hidden from us
        () =>
          notAssessed({
            fact: malwareFilterPolicies.name,
            cause: 'failed',
            rights: [],
            detail: 'no policy was answered',
          }),
      );
  },
  otherwise: [reported('mdo_commonattachmentsfilter')],
});

import { check, fail, notAssessed, pass, saw } from '@cis-scan/engine';
import { owaMailboxPolicies } from '../../facts/exchange/owa-mailbox-policies.ts';
import { reported } from '../_reported.ts';

export default check({
  title: 'Outlook on the web offers no storage of third parties',
  why: 'Attachments saved to a private cloud storage leave every protection that the organisation has set up.',
  fix: 'In Exchange Online PowerShell, for each policy: Set-OwaMailboxPolicy -Identity OwaMailboxPolicy-Default -AdditionalStorageProvidersAvailable $false.',
  needs: { policies: owaMailboxPolicies },
  options: { judgeAllPolicies: true },
  evaluate: ({ policies }, { judgeAllPolicies }) =>
    policies
      .filter((policy) => judgeAllPolicies || policy.isDefault)
      .each(
        (policy) => {
          const { name, isDefault, storageProviders } = policy;
          const found = saw(owaMailboxPolicies, {
            policy: name,
            isDefault,
            AdditionalStorageProvidersAvailable: storageProviders,
          });
          return storageProviders
            ? fail(policy, `the mailbox policy "${name}" offers storage of third parties, it should not`, found)
            : pass(policy, `the mailbox policy "${name}" offers no storage of third parties`, found);
        },
        // every organisation has the default policy: an answer without it was hidden from us
        () =>
          notAssessed({
            fact: owaMailboxPolicies.name,
            cause: 'failed',
            rights: [],
            detail: 'the default mailbox policy was not answered',
          }),
      ),
  otherwise: [reported('exo_storageproviderrestricted')],
});

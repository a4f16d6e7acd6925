import { check, manual, target } from '@cis-scan/engine';
import { NOT_ASKED } from './_administration.ts';

export default check({
  title: 'Teams talks to chosen outside domains only',
  why: 'Whoever may write to everybody in Teams can also send links and files to everybody, without the filters that mail goes through.',
  fix: 'In the Teams admin center, Users, External access, allow only specific external domains or block all, and leave Skype users out.',
  needs: {},
  options: { globalPolicyOffPasses: true, publicUsersMustBeOff: false },
  evaluate: (_, { globalPolicyOffPasses, publicUsersMustBeOff }) => [
    manual(
      target,
      [
        'a person decides: Teams admin center, Users, External access, should allow specific external domains only or block all (AllowFederatedUsers False, or AllowedDomains a list; "all known domains" is everybody)',
        ...(publicUsersMustBeOff ? ['Skype users should be left out (AllowPublicUsers False)'] : []),
        ...(globalPolicyOffPasses
          ? ['external access turned off in the global policy (EnableFederationAccess False) is enough as well']
          : []),
        NOT_ASKED,
      ].join('; '),
    ),
  ],
});

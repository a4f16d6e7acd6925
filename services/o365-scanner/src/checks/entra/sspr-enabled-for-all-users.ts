import { check, fail, notAssessed, pass, saw, source, target } from '@cis-scan/engine';
import { registrationDetails } from '../../facts/graph/registration-details.ts';
import { LICENCES } from '../../semantics/licences.ts';
import { licensed } from '../_licensed.ts';
import { reported } from '../_reported.ts';

/** Names shown at most. */
const MOST = 50;

/** No interface tells the switch itself (nobody, some, all): what it does to each account does. */
const byAccount = source({
  needs: { registrationDetails },
  evaluate({ registrationDetails: details }) {
    const without: string[] = [];
    let members = 0;
    let registered = 0;
    const unread = details
      .filter(({ isGuest }) => !isGuest)
      .each(
        ({ name, resetEnabled, resetRegistered }) => {
          members++;
          if (resetRegistered) registered++;
          if (!resetEnabled) without.push(name);
          return [];
        },
        () => [],
        { about: target },
      );
    const found = saw(registrationDetails, {
      members,
      registered,
      withoutReset: without.length,
      shown: without.sort().slice(0, MOST),
    });
    if (without.length > 0) {
      return [
        fail(target, `${without.length} of ${members} users may not reset their own password, all should`, found),
      ];
    }
    if (unread.length > 0) return unread;
    if (members === 0) {
      const detail = 'the report lists no account, so it was not made yet';
      return [notAssessed({ fact: registrationDetails.name, cause: 'unsupported', rights: [], detail }, target)];
    }
    return [
      pass(target, `all ${members} users may reset their own password (${registered} have registered for it)`, found),
    ];
  },
});

export default check({
  title: 'All users may reset their own password',
  why: 'Who can reset a password that may be known to others does so at once, and the help desk cannot be talked into doing it for a stranger.',
  fix: 'In the Entra admin center, Protection, Password reset, Properties, choose All.',
  ...licensed(LICENCES.entraP1, byAccount),
  otherwise: [licensed(LICENCES.entraP1, reported('SelfServicePasswordReset'))],
});

import { check, fail, notApplicable, notAssessed, pass, saw, source, target, withGap } from '@cis-scan/engine';
import { onPremisesSynchronization } from '../../facts/graph/on-premises-synchronization.ts';
import { organization } from '../../facts/graph/organization.ts';
import { passwordSynchronization } from '../../facts/graph/password-synchronization.ts';
import { reported } from '../_reported.ts';

const HOUR_MS = 3_600_000;
const options = { maxPasswordSyncLagHours: 24 };

const cloudOnly = () =>
  notApplicable(
    target,
    'no directory on premises is synchronized with the tenant',
    saw(organization, { onPremisesSyncEnabled: false }),
  );
const NEVER = 'no password hash was ever synchronized, they should be';

const needsOfTimes = { organization, times: passwordSynchronization };

/** Without the feature itself: passwords that came in lately prove that it is on. That none did proves little. */
const byTimes = source<typeof needsOfTimes, typeof options>({
  needs: needsOfTimes,
  evaluate({ organization: { synchronized }, times: { last, lastPassword } }, { maxPasswordSyncLagHours: most }) {
    if (!synchronized) return [cloudOnly()];
    const found = saw(passwordSynchronization, {
      onPremisesLastSyncDateTime: last?.toISOString() ?? null,
      onPremisesLastPasswordSyncDateTime: lastPassword?.toISOString() ?? null,
    });
    if (last !== null && lastPassword === null) return [fail(target, NEVER, found)];
    const hours = last === null || lastPassword === null ? null : (last.getTime() - lastPassword.getTime()) / HOUR_MS;
    if (hours !== null && hours <= most) {
      return [pass(target, `the last password hash came in within ${most} hours of the last synchronization`, found)];
    }
    const age = hours === null ? 'at an unknown time' : `${Math.floor(hours)} hours before the last synchronization`;
    const detail = `the last password hash came in ${age}; nobody may have changed a password since`;
    return [notAssessed({ fact: passwordSynchronization.name, cause: 'unsupported', rights: [], detail }, target)];
  },
});

export default check({
  title: 'Password hashes are synchronized from the directory on premises',
  why: 'With them Microsoft finds passwords that leaked elsewhere, and people can sign in while the servers on premises are down.',
  fix: 'In Microsoft Entra Connect, Optional features, select password hash synchronization; a tenant that signs in by federation alone may have its reasons not to.',
  needs: { organization, synchronization: withGap(onPremisesSynchronization) },
  options,
  evaluate({ organization: { synchronized }, synchronization }) {
    if (!synchronized) return [cloudOnly()];
    if (!synchronization.ok) return [notAssessed(synchronization.gap, target)];
    const { passwordHashes } = synchronization.value;
    const found = saw(onPremisesSynchronization, { 'features.passwordSyncEnabled': passwordHashes });
    return passwordHashes
      ? [pass(target, 'password hashes are synchronized', found)]
      : [fail(target, 'password hashes are not synchronized, they should be', found)];
  },
  otherwise: [byTimes, reported('PasswordHashSync')],
});

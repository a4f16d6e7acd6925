import { check, fail, notAssessed, optional, pass, saw, type Reading } from '@cis-scan/engine';
import { accountSummary } from '../../facts/iam/account-summary.ts';
import { credentialReport } from '../../facts/iam/credential-report.ts';
import { reported, shownKey, type Report } from './_credentials.ts';
import { rootOf } from './_root.ts';

/** What the report tells of root's keys, where it was read and has a row for root. It may be older than the summary. */
function rootKeysIn(reading: Reading<Report>) {
  if (!reading.ok || reading.value.root === null) return undefined;
  const { keys } = reading.value.root;
  const existing = keys.filter((key) => key.active || key.lastRotated !== null);
  const active = existing.filter((key) => key.active);
  return { active, existing, evidence: reported(reading.value, { rootKeys: existing.map(shownKey) }) };
}

export default check({
  title: 'The root user has no access key',
  why: 'An access key of root opens everything in the account, from anywhere, without MFA.',
  fix: 'Sign in as root, open Security credentials, deactivate the key, see that nothing breaks, and delete it. Give programs a role instead.',
  needs: { accountSummary, credentialReport: optional(credentialReport) },
  options: {
    /** Whether a key that exists and is inactive is good enough. */
    inactiveKeysPass: false,
  },
  evaluate({ accountSummary: summary, credentialReport: reading }, { inactiveKeysPass }, context) {
    const root = rootOf(context);
    const { rootAccessKeys } = summary;
    const seen = saw(accountSummary, { rootAccessKeys });
    if (rootAccessKeys === 0) return [pass(root, 'root has no access key', seen)];
    const keys = rootKeysIn(reading);
    // A report made before the newest key does not tell of it, and so nothing about its state.
    if (keys === undefined || keys.existing.length < rootAccessKeys) {
      if (!inactiveKeysPass) return [fail(root, 'root has an access key; none is wanted', seen)];
      if (!reading.ok) return [notAssessed(reading.gap, root)];
      const detail = 'the credential report does not tell whether the access key of root is active';
      return [notAssessed({ cause: 'failed', fact: credentialReport.name, rights: [], detail }, root)];
    }
    if (keys.active.length > 0) {
      const which = keys.active.map((key) => key.n).join(' and ');
      return [fail(root, `root has an active access key (key ${which}); none is wanted`, seen, keys.evidence)];
    }
    return inactiveKeysPass
      ? [pass(root, 'the access key of root is inactive', seen, keys.evidence)]
      : [fail(root, 'root has an access key, though an inactive one; none is wanted', seen, keys.evidence)];
  },
});

import { fail, notApplicable, notAssessed, optional, pass, saw, type Context, type Judgement } from '@cis-scan/engine';
import type { ValuesOf } from '@cis-scan/engine';
import { accountSummary } from '../../facts/iam/account-summary.ts';
import { organization } from '../../facts/organizations/organization.ts';
import { rootOf } from './_root.ts';

export const needs = { accountSummary, organization: optional(organization) };
export const options = { rootWithoutPasswordPasses: true };

/** The part of the account summary that tells how root can be used. */
export const rootSummary = (summary: ValuesOf<typeof needs>['accountSummary']) =>
  saw(accountSummary, {
    rootHasMfa: summary.rootHasMfa,
    rootHasPassword: summary.rootHasPassword,
    rootAccessKeys: summary.rootAccessKeys,
  });

/**
 * What it means that root has no MFA. A member account whose root holds no credential at all is managed by its
 * organisation, and there is nothing to protect; whether it is a member must then have been read.
 */
export function rootWithoutMfa(
  { accountSummary: summary, organization: reading }: ValuesOf<typeof needs>,
  { rootWithoutPasswordPasses }: typeof options,
  context: Context,
): Judgement {
  const root = rootOf(context);
  const seen = rootSummary(summary);
  const noPassword = summary.rootHasPassword === false;
  if (noPassword && rootWithoutPasswordPasses) {
    return pass(root, 'root has no console password, so there is no sign-in that MFA would protect', seen);
  }
  if (noPassword && summary.rootAccessKeys === 0 && (summary.rootSigningCertificates ?? 0) === 0) {
    if (!reading.ok) return notAssessed(reading.gap, root);
    if (reading.value !== null && !reading.value.isManagement) {
      const { id, managementAccount } = reading.value;
      const reason = `root of this member account has no credentials at all; organisation ${id} manages it centrally`;
      return notApplicable(root, reason, seen, saw(organization, { id, managementAccount }));
    }
  }
  return fail(root, 'root has no MFA device; one is wanted', seen);
}

import { fact } from '../define.ts';

/**
 * What IAM counts about the root user.
 * API: iam GetAccountSummary. Its entries are 0 or 1 for root; AccountPasswordPresent is newer than the others, and
 * where it is absent nothing is known about the password (`null`), which must not be taken for "none".
 */
export const accountSummary = fact({
  name: 'iam/account-summary',
  calls: ['iam:GetAccountSummary'],
  async read({ iam }) {
    const { SummaryMap: counts = {} } = await iam.getAccountSummary({});
    const { AccountMFAEnabled: mfa, AccountAccessKeysPresent: keys, AccountPasswordPresent: password } = counts;
    if (mfa === undefined || keys === undefined) {
      throw new Error('the account summary lacks AccountMFAEnabled or AccountAccessKeysPresent');
    }
    return {
      rootHasMfa: mfa > 0,
      rootAccessKeys: keys,
      rootHasPassword: password === undefined ? null : password > 0,
      rootSigningCertificates: counts.AccountSigningCertificatesPresent ?? null,
    };
  },
});

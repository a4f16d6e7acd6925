import { fact } from '../define.ts';
import { unlessAbsent } from '../door.ts';

/**
 * The account's password policy for IAM users; `null` when none was set, which AWS answers as NoSuchEntity.
 * API: iam GetAccountPasswordPolicy.
 */
export const passwordPolicy = fact({
  name: 'iam/password-policy',
  calls: ['iam:GetAccountPasswordPolicy'],
  async read({ iam }) {
    const answer = await unlessAbsent(iam.getAccountPasswordPolicy({}), 'NoSuchEntityException', 'NoSuchEntity');
    if (answer === undefined) return null;
    const policy = answer.PasswordPolicy;
    return {
      minimumLength: policy?.MinimumPasswordLength ?? 0,
      /** How many earlier passwords may not be used again; absent in the answer when that is not asked for. */
      reusePrevention: policy?.PasswordReusePrevention ?? 0,
    };
  },
});

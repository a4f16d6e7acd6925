import { check, fail, notApplicable, pass, saw, target } from '@cis-scan/engine';
import { customerKeys } from '../../facts/kms/customer-keys.ts';
import { describedKeys } from '../../facts/kms/described-keys.ts';
import { keyRotation } from '../../facts/kms/key-rotation.ts';

const YEAR = 365;

export default check({
  title: 'Customer managed KMS keys rotate by themselves',
  why: 'The longer one key is used, the more is lost with it.',
  fix: 'KMS, the key, Key rotation, enable; or aws kms enable-key-rotation --key-id KEY.',
  needs: { customerKeys, keyRotation },
  options: { maxRotationPeriodDays: 2560 },
  evaluate(facts, { maxRotationPeriodDays }) {
    const cannot = facts.customerKeys
      .flatMap((key) => (key.notRotatable === null ? [] : [{ ...key, why: key.notRotatable }]))
      .map((key) => ({ kind: 'cannot' as const, key }));
    const can = facts.keyRotation.map((key) => ({ kind: 'can' as const, key }));
    // the gaps of customerKeys are also those of keyRotation, and one row per resource remains
    return cannot.and(can).each(
      (entry) => {
        const { spec, usage, origin, state } = entry.key;
        const described = saw(describedKeys, { spec, usage, origin, state });
        if (entry.kind === 'cannot') return notApplicable(entry.key, entry.key.why, described);
        const { rotates, periodDays } = entry.key;
        const seen = saw(keyRotation, { rotates, periodDays });
        if (!rotates) return fail(entry.key, 'automatic rotation is off, it should be on', described, seen);
        if (periodDays !== null && periodDays > maxRotationPeriodDays) {
          const reason = `the key rotates every ${periodDays} days, at most ${maxRotationPeriodDays} are wanted`;
          return fail(entry.key, reason, described, seen);
        }
        const slow =
          periodDays !== null && periodDays > YEAR ? `, every ${periodDays} days, which is more than a year` : '';
        return pass(entry.key, `automatic rotation is on${slow}`, described, seen);
      },
      () => notApplicable(target, 'there is no customer managed key in any region that was looked at'),
    );
  },
});

import { check, fail, pass, target } from '@cis-scan/engine';
import type { DevicePolicy } from '../../semantics/device-policy.ts';
import { emptiness, evidence, onEveryPlatform } from './_family.ts';

const options = { platforms: ['ios', 'android'] };
const days = ({ settings }: DevicePolicy): number | null => settings.expirationDays;
const quoted = ({ name }: DevicePolicy): string => `"${name}"`;

export default check({
  title: 'Passwords of mobile devices do not expire',
  why: 'Who has to change a password every few weeks takes a weaker one, or the old one with another digit at its end.',
  fix: 'In the Intune admin center, Devices, Configuration and Compliance, leave the expiration of passwords empty in the policies of each platform.',
  options,
  // what one policy leaves open another one demands all the same: so none may, and one must be there to speak of passwords
  ...onEveryPlatform<typeof options>((seen) => {
    const { platform, unread } = seen;
    const policies = seen.assigned.filter(({ aboutPasswords }) => aboutPasswords);
    const expiring = policies.filter((policy) => days(policy) !== null);
    if (expiring.length > 0) {
      const named = expiring.map((policy) => `${quoted(policy)} after ${days(policy)} days`).join(', ');
      return [fail(target, `${platform}: passwords expire, none should: ${named}`, ...evidence(seen, expiring, days))];
    }
    if (unread.length > 0) return unread.map(({ judged }) => judged);
    if (policies.length > 0) {
      const reason = `${platform}: none of the assigned policies lets passwords expire (${policies.map(quoted).join(', ')})`;
      return [pass(target, reason, ...evidence(seen, policies, days))];
    }
    const idle = seen.idle.filter(({ aboutPasswords }) => aboutPasswords);
    const near = idle.length === 0 ? '' : `: ${idle.map(quoted).join(', ')} assigned to nobody`;
    const reason = `${platform}: no policy about passwords is assigned to anybody${near}`;
    return [fail(target, reason, ...(idle.length > 0 ? evidence(seen, idle, days) : emptiness(seen)))];
  }),
});

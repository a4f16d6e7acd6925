import { parseRole } from './arn.ts';

const escaped = (text: string): string => text.replace(/[\\^$.|+()[\]{}]/g, '\\$&');

/**
 * Whether `SCAN_ROLE_PATTERN` lets a role be scanned. `*` is any number of characters and `?` one, as in IAM, because the
 * same value limits what the infrastructure's policy lets us assume. A pattern that begins with `arn:` is matched against
 * the whole ARN, another one against path and name of the role.
 */
export function roleAllowed(arn: string, pattern: string): boolean {
  const role = parseRole(arn);
  if (!role) return false;
  const whole = new RegExp(`^${escaped(pattern).replaceAll('*', '.*').replaceAll('?', '.')}$`, 's');
  return whole.test(pattern.startsWith('arn:') ? arn : role.name);
}

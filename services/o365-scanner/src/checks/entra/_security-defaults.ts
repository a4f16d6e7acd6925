import { notAssessed, pass, saw, target, type Judgement, type Reading } from '@cis-scan/engine';
import { securityDefaults } from '../../facts/graph/security-defaults.ts';

/** What security defaults have to say beside Conditional Access. */
interface Beside {
  /** Whether they satisfy the control at all; that differs by benchmark version. */
  readonly counts: boolean;
  readonly defaults: Reading<{ readonly enabled: boolean }>;
  /** What they do, in words: `block legacy authentication`. */
  readonly do: string;
}

/**
 * What policies came to, unless security defaults satisfy the control: they do where they are in force. Where they could
 * not be read, only a policy that does it decides.
 */
export function orSecurityDefaults(judged: readonly Judgement[], beside: Beside): readonly Judgement[] {
  const { counts, defaults } = beside;
  if (!counts) return judged;
  if (defaults.ok && defaults.value.enabled) {
    const reason = `security defaults are in force, which ${beside.do}; Conditional Access cannot be used beside them`;
    return [pass(target, reason, saw(securityDefaults, { isEnabled: true }))];
  }
  const decided = judged.every((j) => j.verdict === 'pass');
  return decided || defaults.ok ? judged : [notAssessed(defaults.gap, target)];
}

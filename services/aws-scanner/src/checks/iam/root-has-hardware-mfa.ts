import { check, fail, notAssessed, withGap, pass, saw } from '@cis-scan/engine';
import { rootVirtualMfa } from '../../facts/iam/root-virtual-mfa.ts';
import { needs, options, rootSummary, rootWithoutMfa } from './_root-without-mfa.ts';
import { rootOf, withoutRootSignIn } from './_root.ts';

export default check({
  title: 'The MFA of the root user is a hardware device',
  why: 'The secret of a virtual device lies on a phone or a laptop, where malware and backups can reach it; a hardware key does not give it away.',
  fix: 'Sign in as root, open Security credentials, assign a hardware security key, then remove the virtual device.',
  needs: { ...needs, rootVirtualMfa: withGap(rootVirtualMfa) },
  options,
  evaluate(facts, asked, context) {
    const exempt = withoutRootSignIn(context);
    if (exempt) return [exempt];
    if (!facts.accountSummary.rootHasMfa) return [rootWithoutMfa(facts, asked, context)];
    const root = rootOf(context);
    if (!facts.rootVirtualMfa.ok) return [notAssessed(facts.rootVirtualMfa.gap, root)];
    const virtual = facts.rootVirtualMfa.value ?? [];
    const seen = [rootSummary(facts.accountSummary), saw(rootVirtualMfa, { virtualDevicesOfRoot: virtual })];
    if (virtual.length > 0) {
      return [fail(root, `root uses the virtual MFA device ${virtual.join(', ')}; only hardware is wanted`, ...seen)];
    }
    const reason =
      'root has MFA and no virtual device; a passkey counts as hardware here, and the API does not tell whether it is synced';
    return [pass(root, reason, ...seen)];
  },
});

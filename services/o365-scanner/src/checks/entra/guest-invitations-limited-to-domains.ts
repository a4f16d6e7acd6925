import { check, fail, notAssessed, optional, pass, saw, source, target, withGap } from '@cis-scan/engine';
import { authorizationPolicy } from '../../facts/graph/authorization-policy.ts';
import { b2bPolicies, type B2bPolicy } from '../../facts/graph/b2b-policies.ts';
import { crossTenantDefault } from '../../facts/graph/cross-tenant-default.ts';

const nobodyInvites = (invitationsFrom: string) =>
  pass(target, 'nobody may invite guests at all', saw(authorizationPolicy, { allowInvitesFrom: invitationsFrom }));

function limited(policy: B2bPolicy) {
  const { allowed, blocked } = policy;
  const found = saw(b2bPolicies, { policy: policy.id, allowedDomains: allowed, blockedDomains: blocked });
  const unclear = allowed?.length === 0 && blocked?.length === 0;
  if (unclear) {
    const detail = 'both lists of domains are empty, so the answer does not tell which of them is in force';
    return notAssessed({ fact: b2bPolicies.name, cause: 'unsupported', rights: [], detail }, target);
  }
  // Microsoft keeps one list or the other and writes the unused one as empty
  if (allowed !== null && (allowed.length > 0 || blocked === null)) {
    const which = allowed.length === 0 ? 'no domain' : `${allowed.length} domains: ${[...allowed].sort().join(', ')}`;
    return pass(target, `guests may be invited from ${which}`, found);
  }
  const what = blocked === null ? 'any domain' : `every domain but ${blocked.length}`;
  return fail(target, `guests may be invited from ${what}, a list of allowed domains is wanted`, found);
}

const withoutList = source({
  needs: { authorizationPolicy, crossTenantDefault: optional(crossTenantDefault) },
  evaluate({ authorizationPolicy: { invitationsFrom }, crossTenantDefault: other }) {
    if (invitationsFrom === 'none') return [nobodyInvites(invitationsFrom)];
    const detail = `guests may be invited ("${invitationsFrom}"), and the list of domains was not read`;
    const open = notAssessed({ fact: b2bPolicies.name, cause: 'unsupported', rights: [], detail }, target);
    // another control that may be stronger: shown, not judged
    const shown = other.ok ? [saw(crossTenantDefault, { ...other.value })] : [];
    return [{ ...open, evidence: [saw(authorizationPolicy, { allowInvitesFrom: invitationsFrom }), ...shown] }];
  },
});

export default check({
  title: 'Guests can be invited from chosen domains only',
  why: 'Anybody who gets an invitation becomes a guest, whichever organisation, or none, they belong to.',
  fix: 'In the Entra admin center, External Identities, External collaboration settings, allow invitations only to the specified domains and name those of your partners.',
  needs: { policies: b2bPolicies, authorization: withGap(authorizationPolicy) },
  evaluate({ policies, authorization }) {
    const judged = policies.any(
      limited,
      (all) => {
        const unsure = all.filter((j) => j.verdict === 'not-assessed');
        if (unsure.length > 0) return unsure;
        const none = fail(
          target,
          'guests may be invited from any domain, a list of allowed domains is wanted',
          saw(b2bPolicies, { policies: 0 }),
        );
        return all.length > 0 ? all : none;
      },
      { about: target },
    );
    if (judged.every((j) => j.verdict === 'pass')) return judged;
    // who may invite nobody needs no list
    if (!authorization.ok) return [notAssessed(authorization.gap, target)];
    return authorization.value.invitationsFrom === 'none' ? [nobodyInvites('none')] : judged;
  },
  otherwise: [withoutList],
});

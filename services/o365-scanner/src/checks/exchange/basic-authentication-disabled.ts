import {
  check,
  fail,
  notAssessed,
  optional,
  pass,
  saw,
  target,
  withGap,
  type Judgement,
  type Listing,
  type Reading,
  type Saw,
} from '@cis-scan/engine';
import { authenticationPolicies } from '../../facts/exchange/authentication-policies.ts';
import { organizationConfigByCommand } from '../../facts/exchange/organization-config-by-command.ts';
import { transportConfig } from '../../facts/exchange/transport-config.ts';
import { exchangeUsers, type ExchangeUser } from '../../facts/exchange/users.ts';
import { isMeant, type AuthenticationPolicy } from '../../semantics/authentication-policy.ts';
import { byConditionalAccess, byScore } from './_basic-authentication.ts';

const unknown = (detail: string): Judgement =>
  notAssessed({ fact: authenticationPolicies.name, cause: 'failed', rights: [], detail }, target);

/** The policy for everybody who has none of their own. */
function judgeDefault(
  name: string | null,
  policies: Listing<AuthenticationPolicy>,
  more: readonly Saw[],
): readonly Judgement[] {
  const config = saw(organizationConfigByCommand, { DefaultAuthenticationPolicy: name });
  if (name === null) {
    const reason = 'there is no default authentication policy, one that takes no bare passwords should be named';
    return [fail(target, reason, config, ...more)];
  }
  return policies
    .filter((policy) => isMeant(policy, name))
    .each(
      ({ allows }) => {
        const found = saw(authenticationPolicies, { policy: name, allowsBasic: [...allows].sort() });
        return allows.length > 0
          ? fail(
              target,
              `the default policy "${name}" takes bare passwords for ${allows.join(', ')}`,
              config,
              found,
              ...more,
            )
          : pass(target, `the default policy "${name}" takes no bare passwords`, config, found, ...more);
      },
      () => unknown(`the default policy "${name}" is not among those that were answered`),
      { about: target },
    );
}

/** People who were given a policy of their own that is weaker; those with an equal one are no rows. */
function judgeUsers(
  users: Reading<Listing<ExchangeUser>>,
  policies: Listing<AuthenticationPolicy>,
): readonly Judgement[] {
  if (!users.ok) return [notAssessed(users.gap, target)];
  return users.value
    .filter((user) => user.authenticationPolicy !== null)
    .join(policies, (user, policy) => isMeant(policy, user.authenticationPolicy ?? ''))
    .each(
      ({ left: user, right: [policy] }) => {
        if (policy === undefined) return unknown(`a policy that ${user.name} was given is not among those answered`);
        if (policy.allows.length === 0) return [];
        const found = saw(exchangeUsers, { user: user.name, AuthenticationPolicy: policy.names[0] ?? policy.id });
        return fail(user, `${user.name} has a policy that takes bare passwords for ${policy.allows.join(', ')}`, found);
      },
      () => [],
      { about: target },
    );
}

export default check({
  title: 'Basic authentication is off in Exchange Online',
  why: 'A protocol that takes a bare password knows no second factor: one guessed password opens the mailbox.',
  fix: 'In Exchange Online PowerShell: New-AuthenticationPolicy -Name "Block basic", then Set-OrganizationConfig -DefaultAuthenticationPolicy "Block basic", and take other policies away from users (Set-User -AuthenticationPolicy $null). Microsoft itself has closed all protocols but SMTP AUTH.',
  needs: {
    config: organizationConfigByCommand,
    policies: authenticationPolicies,
    users: withGap(exchangeUsers),
    transport: optional(transportConfig),
  },
  options: { indirectProofPasses: true },
  evaluate({ config, policies, users, transport }) {
    const more = transport.ok
      ? [saw(transportConfig, { SmtpClientAuthenticationDisabled: transport.value.smtpAuthenticationDisabled })]
      : [];
    return [...judgeDefault(config.defaultAuthenticationPolicy, policies, more), ...judgeUsers(users, policies)];
  },
  otherwise: [byConditionalAccess, byScore],
});

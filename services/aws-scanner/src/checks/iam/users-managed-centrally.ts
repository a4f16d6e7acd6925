import {
  check,
  fail,
  manual,
  manualUnread,
  notApplicable,
  optional,
  pass,
  saw,
  suggesting,
  target,
  type Judgement,
  type Reading,
  type Saw,
} from '@cis-scan/engine';
import { consoleUsers } from '../../facts/iam/console-users.ts';
import { openIdProviders } from '../../facts/iam/openid-providers.ts';
import { samlProviders } from '../../facts/iam/saml-providers.ts';
import { organization } from '../../facts/organizations/organization.ts';
import { identityCenters } from '../../facts/sso/instances.ts';
import { named } from '../_named.ts';
import { reported } from './_credentials.ts';

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** What was read; `undefined` for what was not. */
const known = <T>(reading: Reading<T>): T | undefined => (reading.ok ? reading.value : undefined);

export default check({
  title: 'People come from one central place and not as IAM users of each account',
  why: 'Users kept account by account are forgotten when people leave; one directory is closed once.',
  fix: 'Let people sign in by IAM Identity Center or a SAML provider, give them roles, and remove the console passwords of IAM users that stand for people.',
  needs: {
    consoleUsers: optional(consoleUsers),
    samlProviders: optional(samlProviders),
    openIdProviders: optional(openIdProviders),
    organization: optional(organization),
    identityCenters: optional(identityCenters),
  },
  options: {
    /** The operator states that there is no other account. */
    onlyAccount: false,
    /** Take what the data suggest as the verdict. */
    suggestionDecides: false,
  },
  evaluate(facts, { onlyAccount, suggestionDecides }) {
    const users = known(facts.consoleUsers);
    const saml = known(facts.samlProviders);
    const openId = known(facts.openIdProviders);
    const centers = known(facts.identityCenters);
    const org = known(facts.organization);
    const evidence: readonly Saw[] = [
      ...(org === undefined ? [] : [saw(organization, { organization: org })]),
      ...(saml ? [saw(samlProviders, { samlProviders: named(saml) })] : []),
      ...(openId ? [saw(openIdProviders, { openIdProviders: named(openId) })] : []),
      ...(centers ? [saw(identityCenters, { identityCenters: named(centers) })] : []),
      ...(users ? [reported(users, { consoleUsers: named(users.names) })] : []),
    ];
    if (org === null && onlyAccount) {
      const reason = 'the account is in no organisation and was stated to be the only one';
      return [notApplicable(target, reason, ...evidence)];
    }
    const found = [
      org === undefined ? '' : org === null ? 'no organisation' : `organisation ${org.id}`,
      saml ? counted(saml.length, 'SAML provider') : '',
      openId ? counted(openId.length, 'OpenID Connect provider') : '',
      // Only some accounts see it, so that none in sight means little.
      centers ? `${centers.length || 'no'} Identity Center in sight` : '',
      users ? `${counted(users.names.length, 'IAM user')} with a console password` : '',
    ].filter((part) => part !== '');
    const reason = `found ${found.join(', ') || 'nothing that could be read'}; a person must say whether people are managed centrally`;
    const gaps = [
      ...Object.values(facts).flatMap((reading: Reading<unknown>) => (reading.ok ? [] : [reading.gap])),
      ...(users?.gaps ?? []),
    ].map((gap) => manualUnread(gap, target));
    const federated = (saml?.length ?? 0) + (centers?.length ?? 0) > 0;
    const says = (verdict: 'pass' | 'fail'): Judgement => {
      if (!suggestionDecides) return suggesting(verdict, manual(target, reason, ...evidence));
      return (verdict === 'pass' ? pass : fail)(target, reason, ...evidence);
    };
    // People who sign in locally to a member account are not managed where the others are.
    if (org && !org.isManagement && users && users.names.length > 0) return [says('fail'), ...gaps];
    if (federated && users?.names.length === 0 && users.gaps.length === 0) return [says('pass'), ...gaps];
    return [manual(target, reason, ...evidence), ...gaps];
  },
});

import { check, fail, notAssessed, pass, saw, type Judgement } from '@cis-scan/engine';
import { remoteDomains, type RemoteDomain } from '../../facts/exchange/remote-domains.ts';
import { reported } from '../_reported.ts';

/** The domain that stands for all that have no entry of their own. */
const isDefault = ({ domain }: RemoteDomain): boolean => domain === '*';

function judged(remote: RemoteDomain, others: readonly string[]): Judgement {
  const { domain, forwards } = remote;
  const found = saw(remoteDomains, { DomainName: domain, AutoForwardEnabled: forwards, alsoForwarding: others });
  const which = isDefault(remote) ? 'the default remote domain' : `the remote domain ${domain}`;
  const also = others.length > 0 ? `; to look at: forwarding is on for ${others.join(', ')}` : '';
  return forwards
    ? fail(remote, `${which} lets mail be forwarded automatically, it should not${also}`, found)
    : pass(remote, `${which} stops automatic forwarding${also}`, found);
}

export default check({
  title: 'Mail is not forwarded automatically to other organisations',
  why: 'A forwarding rule in one mailbox carries everything that arrives there out of the organisation, unseen.',
  fix: 'In the Exchange admin center, Mail flow, Remote domains, Default, clear automatic forwarding (Set-RemoteDomain Default -AutoForwardEnabled $false).',
  needs: { domains: remoteDomains },
  options: { judgeAllDomains: false },
  evaluate({ domains }, { judgeAllDomains }) {
    const others: string[] = [];
    domains.map((remote) => !isDefault(remote) && remote.forwards && others.push(remote.domain));
    others.sort();
    // every organisation has the default one: an answer without it was hidden from us
    const hidden = notAssessed({
      fact: remoteDomains.name,
      cause: 'failed',
      rights: [],
      detail: 'the default remote domain was not answered',
    });
    const defaults = domains.filter(isDefault).each(
      (remote) => judged(remote, judgeAllDomains ? [] : others),
      () => hidden,
    );
    if (!judgeAllDomains) return defaults;
    const own = domains
      .filter((remote) => !isDefault(remote))
      .each(
        (remote) => judged(remote, []),
        () => [],
      );
    return [...defaults, ...own];
  },
  otherwise: [
    reported(['mdo_blockmailforward', 'mdo_autoforwardingmode'], {
      below: 'manual',
      approximate: 'the policy for outgoing spam, not the remote domain',
    }),
  ],
});

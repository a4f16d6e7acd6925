import { check, fail, inRegion, manual, notApplicable, pass, saw, target, type Judgement } from '@cis-scan/engine';
import { analyzers } from '../../facts/access-analyzer/analyzers.ts';

/** Types that look at access from outside; those for unused or internal access answer other questions. */
const EXTERNAL = ['ACCOUNT', 'ORGANIZATION'];

interface Region {
  readonly region: string;
  readonly analyzers: readonly { readonly id: string; readonly type: string; readonly status: string }[];
}

export default check({
  title: 'IAM Access Analyzer watches for access from outside',
  why: 'Without an analyzer nobody learns that a bucket, role or key was opened to another account or to everyone.',
  fix: 'Create an analyzer for external access in each region you use: IAM, Access Analyzer, Create analyzer; or aws accessanalyzer create-analyzer --type ACCOUNT.',
  needs: { analyzers },
  options: { everyRegion: true, externalAccessTypesOnly: true, whenUnproven: 'fail' },
  evaluate(facts, { everyRegion, externalAccessTypesOnly, whenUnproven }) {
    const say = whenUnproven === 'manual' ? manual : fail;
    const counts = externalAccessTypesOnly ? 'active analyzer of external access' : 'active analyzer';
    const activeIn = (r: Region) =>
      r.analyzers.find((a) => a.status === 'ACTIVE' && (!externalAccessTypesOnly || EXTERNAL.includes(a.type)));
    const judge = (r: Region): Judgement => {
      const active = activeIn(r);
      const where = inRegion(r.region);
      const seen = saw(analyzers, { analyzers: r.analyzers });
      if (active) return pass(where, `analyzer ${active.id} of type ${active.type} is active in ${r.region}`, seen);
      const found = r.analyzers.map((a) => `${a.type} ${a.status}`).join(', ') || 'none';
      return say(where, `${r.region} has no ${counts} (found: ${found})`, seen);
    };
    const none = (): Judgement => say(target, `no region was found in which there could be an ${counts}`);
    if (everyRegion) return facts.analyzers.each(judge, none);
    // one is enough for the account, and the regions without are shown beside it
    const account = facts.analyzers.any(
      (r) => ({ ...judge(r), id: null, region: null }),
      (_, regions) => {
        if (regions.length === 0) return none();
        const names = regions.map((r) => r.region).join(', ');
        const other = regions.flatMap((r) => r.analyzers);
        return say(target, `there is no ${counts} in any of ${names}`, saw(analyzers, { analyzers: other }));
      },
    );
    if (account.every((j) => j.verdict !== 'pass')) return account;
    const without = facts.analyzers.filter((r) => !activeIn(r));
    const beside = (region: string | undefined, what: string): Judgement =>
      notApplicable({ region }, `${what}; one in another region is enough here`);
    return [
      ...account,
      ...without.each(
        (r) => ({ ...beside(r.region, `${r.region} has no ${counts}`), evidence: judge(r).evidence }),
        () => [],
        { unread: (gap) => beside(gap.region, `${gap.region ?? 'a region'} could not be read`) },
      ),
    ];
  },
});

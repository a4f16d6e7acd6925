import { derive, Listing } from '@cis-scan/engine';
import { accountOf, logGroupOf, parseArn } from '../../semantics/arn.ts';
import { trails } from './trails.ts';

/** Log groups to which multi-region trails deliver, each once: only there can a filter see the whole account's events. */
export const trailLogGroups = derive({
  name: 'cloudtrail/trail-log-groups',
  needs: { trails },
  from: (facts) => {
    const { items, gaps, absent } = facts.trails.parts();
    const groups = items.flatMap(({ multiRegion, logGroup }) => {
      const name = logGroup === null ? undefined : logGroupOf(logGroup);
      if (!multiRegion || logGroup === null || name === undefined) return [];
      return [{ logGroup, name, region: parseArn(logGroup)?.region ?? '', account: accountOf(logGroup) ?? '' }];
    });
    return new Listing([...new Map(groups.map((g) => [g.logGroup, g])).values()], gaps, absent);
  },
});

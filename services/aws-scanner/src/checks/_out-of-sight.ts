import { manual, notAssessed, type Context, type Gap, type Judgement, type Where } from '@cis-scan/engine';
import { accountOf } from '../semantics/arn.ts';

/** `whenOutOfSight`: the verdict where the deciding part belongs to another account and refuses to be read. Never fail. */
export const outOfSight = { whenOutOfSight: 'not-assessed' };

/** What an unread part becomes: not-assessed, or manual where the option says so and the part is another account's. */
export const unreadPart =
  ({ whenOutOfSight }: typeof outOfSight, { target }: Context, about?: Where) =>
  (gap: Gap): Judgement => {
    const owner = gap.resource === undefined ? undefined : accountOf(gap.resource);
    const elsewhere = gap.cause === 'denied' && owner !== undefined && owner !== target.account;
    if (!elsewhere || whenOutOfSight !== 'manual') return notAssessed(gap, about);
    const reason = `${gap.resource} belongs to account ${owner} and cannot be read from here: ${gap.detail}`;
    return {
      ...manual(about ?? { id: gap.resource, region: gap.region }, reason),
      cause: gap.cause,
      rights: gap.rights,
    };
  };

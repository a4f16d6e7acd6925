import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, NOW } from '@cis-scan/engine/testing';
import { gap, organizationTrail, status, trail, unreadRegion, type PlainTrail } from '../../testing/trails.ts';
import check from './logs-delivered-to-cloudwatch.ts';

const ago = (hours: number) => new Date(NOW.getTime() - hours * 60 * 60 * 1000);
const delivered = (
  lastLogDelivery: Date | null,
  of: PlainTrail = trail(),
  over: Parameters<typeof status>[0] = {},
) => ({
  ...of,
  status: { value: { ...of, ...status({ lastLogDelivery, ...over }) } },
});
const refused = (of: PlainTrail = trail()) => ({ ...of, status: { gap: gap({ resource: of.id }) } });
type Item = ReturnType<typeof delivered> | ReturnType<typeof refused>;
const trails = (...all: Item[]) => ({ trailsWithStatus: new Listing<Item>(all) });
const nowhere = trail({ logGroup: null });

test.each(
  cases(check, [
    { when: 'an hour ago', facts: trails(delivered(ago(1))), then: 'pass' },
    { when: 'exactly as old as accepted', facts: trails(delivered(ago(24))), then: 'pass' },
    {
      when: 'a second too old',
      facts: trails(delivered(ago(24 + 1 / 3600))),
      then: 'fail',
      says: /2025-12-30T23:59:59.000Z; within 24 hours is wanted/,
    },
    {
      when: 'older than a stricter option',
      facts: trails(delivered(ago(3))),
      with: { maxDeliveryAgeHours: 2 },
      then: 'fail',
    },
    { when: 'a clock that runs ahead', facts: trails(delivered(ago(-1))), then: 'pass' },
    { when: 'never', facts: trails(delivered(null)), then: 'fail', says: /has never delivered/ },
    { when: 'no log group', facts: trails(delivered(null, nowhere)), then: 'fail', says: /delivers to no log group/ },
    {
      when: 'stopped yesterday, still within a day',
      facts: trails(delivered(ago(20), trail(), { logging: false })),
      then: 'pass',
    },
    {
      when: 'stopped long ago',
      facts: trails(delivered(ago(48), trail(), { logging: false })),
      then: 'fail',
      says: /it is not logging/,
    },
    {
      when: 'broken, with its error',
      facts: trails(delivered(ago(48), trail(), { logDeliveryError: 'AccessDenied' })),
      then: 'fail',
      says: /the last error is AccessDenied/,
    },
    { when: 'one of two', facts: trails(delivered(ago(1)), delivered(null, trail({ name: 'b' }))), then: 'fail' },
    { when: "an organisation's trail", facts: trails(delivered(ago(1), organizationTrail())), then: 'pass' },
    { when: 'status refused', facts: trails(refused()), then: 'not-assessed' },
    { when: 'status refused, but no log group', facts: trails(refused(nowhere)), then: 'fail' },
    { when: 'one refused, one broken', facts: trails(refused(), delivered(null, trail({ name: 'b' }))), then: 'fail' },
    {
      when: 'one refused, one good',
      facts: trails(refused(), delivered(ago(1), trail({ name: 'b' }))),
      then: 'not-assessed',
    },
    { when: 'no trail', facts: trails(), then: 'fail', says: /there is no trail/ },
    {
      when: 'good, one region unread',
      facts: { trailsWithStatus: new Listing([delivered(ago(1))], [unreadRegion]) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

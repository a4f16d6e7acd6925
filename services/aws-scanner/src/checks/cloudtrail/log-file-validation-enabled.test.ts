import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { organizationTrail, trail, unreadRegion } from '../../testing/trails.ts';
import check from './log-file-validation-enabled.ts';

const off = { logFileValidation: false };
const trails = (...all: ReturnType<typeof trail>[]) => ({ trails: new Listing(all) });

test.each(
  cases(check, [
    { when: 'on', facts: trails(trail()), then: 'pass' },
    { when: 'off', facts: trails(trail(off)), then: 'fail', says: /main has log file validation off/ },
    { when: 'on and off', facts: trails(trail(), trail({ name: 'b', ...off })), then: 'fail' },
    { when: "an organisation's trail with it off", facts: trails(organizationTrail(off)), then: 'fail' },
    { when: 'no trail', facts: trails(), then: 'fail', says: /there is no trail/ },
    { when: 'on, one region unread', facts: { trails: new Listing([trail()], [unreadRegion]) }, then: 'not-assessed' },
    { when: 'off, one region unread', facts: { trails: new Listing([trail(off)], [unreadRegion]) }, then: 'fail' },
    {
      when: 'nothing seen, one region unread',
      facts: { trails: new Listing([trail()].slice(1), [unreadRegion]) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a row per trail at its home', () => {
  const rows = judgements(check, {
    when: '',
    facts: trails(trail(), trail({ name: 'b', home: 'us-east-1' })),
    then: 'pass',
  });
  expect(rows.map(({ id, region }) => [id, region])).toEqual([
    ['arn:aws:cloudtrail:eu-west-1:111122223333:trail/main', 'eu-west-1'],
    ['arn:aws:cloudtrail:us-east-1:111122223333:trail/b', 'us-east-1'],
  ]);
});

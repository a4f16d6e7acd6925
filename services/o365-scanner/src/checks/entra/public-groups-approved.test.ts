import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import { refused } from '../../testing/readings.ts';
import check from './public-groups-approved.ts';

const group = (id: string, visibility: string) => ({ id, name: `Group ${id}`, visibility });
const facts = (...groups: readonly ReturnType<typeof group>[]) => ({ groups: new Listing(groups) });
const brokenOff = (...groups: readonly ReturnType<typeof group>[]) => ({
  groups: new Listing(groups, [refused('graph/m365-groups')]),
});

test.each(
  cases(check, [
    { when: 'no groups', facts: facts(), then: 'pass' },
    { when: 'private ones', facts: facts(group('a', 'Private'), group('b', 'HiddenMembership')), then: 'pass' },
    { when: 'a public one', facts: facts(group('a', 'Private'), group('b', 'Public')), then: 'fail', says: /Group b/ },
    {
      when: 'a public one, approved',
      facts: facts(group('b', 'Public')),
      with: { approvedGroups: ['b'] },
      then: 'pass',
    },
    {
      when: 'one of two approved',
      facts: facts(group('a', 'Public'), group('b', 'Public')),
      with: { approvedGroups: ['b'] },
      then: 'fail',
    },
    { when: 'none public before the list broke off', facts: brokenOff(group('a', 'Private')), then: 'not-assessed' },
    { when: 'one public before the list broke off', facts: brokenOff(group('a', 'Public')), then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('each public group is a resource of its own', () =>
  expect(judgements(check, { when: '', facts: facts(group('a', 'Public')), then: 'fail' })).toMatchObject([
    { id: 'a' },
  ]));

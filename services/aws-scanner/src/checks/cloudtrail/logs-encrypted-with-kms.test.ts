import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { organizationTrail, trail, unreadRegion } from '../../testing/trails.ts';
import check from './logs-encrypted-with-kms.ts';

const plain = { kmsKey: null };
const trails = (...all: ReturnType<typeof trail>[]) => ({ trails: new Listing(all) });

test.each(
  cases(check, [
    { when: 'a key', facts: trails(trail()), then: 'pass', says: /arn:aws:kms:eu-west-1:111122223333:key\/1/ },
    { when: 'no key', facts: trails(trail(plain)), then: 'fail', says: /main names no KMS key/ },
    { when: 'one of two', facts: trails(trail(), trail({ name: 'b', ...plain })), then: 'fail' },
    { when: "the organisation's key", facts: trails(organizationTrail()), then: 'pass' },
    { when: 'no trail', facts: trails(), then: 'fail', says: /there is no trail/ },
    {
      when: 'a key, one region unread',
      facts: { trails: new Listing([trail()], [unreadRegion]) },
      then: 'not-assessed',
    },
    { when: 'no key, one region unread', facts: { trails: new Listing([trail(plain)], [unreadRegion]) }, then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { read, unread } from '../../testing/readings.ts';
import check from './sspr-activity-reviewed.ts';

const event = (at: string) => ({ id: at, at, activity: 'Reset password (self-service)', result: 'success', by: 'ulf' });
const facts = (...events: readonly ReturnType<typeof event>[]) => ({ audits: read(new Listing(events)) });

test.each(
  cases(check, [
    { when: 'this week', facts: facts(event('2025-12-31T00:00:00Z')), then: 'manual', says: /1 events/ },
    { when: 'three weeks ago', facts: facts(event('2025-12-10T00:00:00Z')), then: 'not-applicable' },
    { when: 'a longer window', facts: facts(event('2025-12-10T00:00:00Z')), with: { windowDays: 30 }, then: 'manual' },
    { when: 'none', facts: facts(), then: 'not-applicable' },
    {
      when: 'refused',
      facts: { audits: unread('graph/password-reset-audits', 'AuditLog.Read.All') },
      then: 'manual',
      says: /AuditLog.Read.All/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

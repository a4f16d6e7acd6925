import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import { read, unread } from '../../testing/readings.ts';
import check from './account-provisioning-reviewed.ts';

const entry = (at: string) => ({
  id: at,
  at,
  action: 'create',
  status: 'success',
  target: 'new.user',
  system: 'HR app',
});
const facts = (...entries: readonly ReturnType<typeof entry>[]) => ({ logs: read(new Listing(entries)) });

test.each(
  cases(check, [
    { when: 'this week', facts: facts(entry('2025-12-31T00:00:00Z')), then: 'manual', says: /1 accounts/ },
    { when: 'three weeks ago', facts: facts(entry('2025-12-10T00:00:00Z')), then: 'not-applicable' },
    { when: 'none', facts: facts(), then: 'not-applicable' },
    {
      when: 'refused',
      facts: { logs: unread('graph/provisioning-logs', 'AuditLog.Read.All') },
      then: 'manual',
      says: /AuditLog.Read.All/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

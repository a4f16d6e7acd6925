import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import { adminAuditLogConfig } from '../../facts/exchange/admin-audit-log-config.ts';
import { controlScores } from '../../testing/secure-score.ts';
import check from './audit-log-enabled.ts';

test.each(
  cases(check, [
    { when: 'on', facts: { config: { unifiedAuditLog: true } }, then: 'pass' },
    { when: 'off', facts: { config: { unifiedAuditLog: false } }, then: 'fail', says: /does not record/ },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('it is asked of Exchange, since the compliance surface always answers false', () =>
  expect(adminAuditLogConfig.source).toBe('exchange:Get-AdminAuditLogConfig'));
test('Secure Score last', () => expect(controlScores(check, { mip_search_auditlog: 0 })).toBe('fail'));

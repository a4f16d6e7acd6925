import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import check from './forms-phishing-protection-enabled.ts';

const facts = (scansForPhishing: boolean) => ({ formsSettings: { scansForPhishing } });

test.each(
  cases(check, [
    { when: 'on', facts: facts(true), then: 'pass' },
    { when: 'off', facts: facts(false), then: 'fail', says: /not scanned/ },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where the setting cannot be read', () => expect(check.otherwise).toHaveLength(1));

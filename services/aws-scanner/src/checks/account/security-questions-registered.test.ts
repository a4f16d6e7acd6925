import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import check from './security-questions-registered.ts';

test.each(
  cases(check, [{ when: 'no API tells', facts: {}, then: 'manual', says: /no AWS API .* is not offered any/ }]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

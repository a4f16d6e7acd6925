import { expect, test } from '@jest/globals';
import { judge } from '@cis-scan/engine/testing';
import check from './skype-modern-authentication-enabled.ts';

test('the service is gone, so there is nothing to judge', () =>
  expect(judge(check, { when: '', facts: {}, then: 'not-applicable', says: /retired on 31 July 2021/ })).toBe(
    'not-applicable',
  ));

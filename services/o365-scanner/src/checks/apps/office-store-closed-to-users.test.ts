import { expect, test } from '@jest/globals';
import { cases, judge } from '@cis-scan/engine/testing';
import check from './office-store-closed-to-users.ts';

const facts = (isOfficeStoreEnabled: boolean | null, isAppAndServicesTrialEnabled: boolean | null) => ({
  settings: { isOfficeStoreEnabled, isAppAndServicesTrialEnabled },
});
const storeOnly = { mustBeOff: ['isOfficeStoreEnabled'] };

test.each(
  cases(check, [
    { when: 'both closed', facts: facts(false, false), then: 'pass' },
    { when: 'store open', facts: facts(true, false), then: 'fail', says: /Office store/ },
    { when: 'trials open', facts: facts(false, true), then: 'fail', says: /trials/ },
    { when: 'trials open where only the store counts', facts: facts(false, true), with: storeOnly, then: 'pass' },
    { when: 'store open where only the store counts', facts: facts(true, false), with: storeOnly, then: 'fail' },
    { when: 'store untold', facts: facts(null, false), then: 'not-assessed' },
    { when: 'trials untold where only the store counts', facts: facts(false, null), with: storeOnly, then: 'pass' },
    { when: 'one untold, the other open', facts: facts(null, true), then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('Secure Score is asked where the settings cannot be read', () => expect(check.otherwise).toHaveLength(1));
test('a setting that does not exist is an error, never a verdict', () =>
  expect(() =>
    judge(check, { when: '', facts: facts(false, false), with: { mustBeOff: ['x'] }, then: 'fail' }),
  ).toThrow(RangeError));

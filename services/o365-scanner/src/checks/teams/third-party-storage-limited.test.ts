import { expect, test } from '@jest/globals';
import { needsOf } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import check from './third-party-storage-limited.ts';

test.each(
  cases(check, [
    {
      when: 'in any tenant',
      facts: {},
      then: 'manual',
      says: /AllowDropBox, AllowBox, AllowGoogleDrive, AllowShareFile, AllowEgnyte should be off; Microsoft documents no/,
    },
    {
      when: 'some are approved',
      facts: {},
      with: { approvedProviders: ['AllowEgnyte', 'AllowBox'] },
      then: 'manual',
      says: /AllowDropBox, AllowGoogleDrive, AllowShareFile should be off \(approved: AllowBox, AllowEgnyte\)/,
    },
    {
      when: 'all are approved',
      facts: {},
      with: { approvedProviders: ['AllowDropBox', 'AllowBox', 'AllowGoogleDrive', 'AllowShareFile', 'AllowEgnyte'] },
      then: 'manual',
      says: /every provider is approved/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('nothing is asked, and so no right', () => expect(needsOf(check)).toEqual([{}]));

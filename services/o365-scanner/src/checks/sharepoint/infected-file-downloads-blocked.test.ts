import { expect, test } from '@jest/globals';
import { needsOf } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import check from './infected-file-downloads-blocked.ts';

test.each(
  cases(check, [
    {
      when: 'in any tenant',
      facts: {},
      then: 'manual',
      says: /DisallowInfectedFileDownload .*should be True; .*Sites\.FullControl\.All/,
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('nothing is asked, and so no right', () => expect(needsOf(check)).toEqual([{}]));

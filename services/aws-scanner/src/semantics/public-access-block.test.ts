import { expect, test } from '@jest/globals';
import { NOTHING_BLOCKED, switchedOff } from './public-access-block.ts';

const acls = { ...NOTHING_BLOCKED, blockPublicAcls: true, ignorePublicAcls: true };
const policies = { ...NOTHING_BLOCKED, blockPublicPolicy: true, restrictPublicBuckets: true };
const rest = ['blockPublicPolicy', 'restrictPublicBuckets'];

test.each([
  ['nothing', [NOTHING_BLOCKED], ['blockPublicAcls', 'ignorePublicAcls', ...rest]],
  ['no level at all', [], ['blockPublicAcls', 'ignorePublicAcls', ...rest]],
  ['one level with a half', [acls], rest],
  ['each level with a half', [acls, policies], []],
  ['the halves the other way round', [policies, acls], []],
])('%s', (_, levels, off) => expect(switchedOff(...levels)).toEqual(off));

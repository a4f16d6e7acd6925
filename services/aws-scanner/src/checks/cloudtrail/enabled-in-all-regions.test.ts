import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import {
  advanced,
  basic,
  organizationTrail,
  recording,
  recordings,
  trail,
  unreadRegion,
} from '../../testing/trails.ts';
import check from './enabled-in-all-regions.ts';

const all = [basic()];
const good = recording({ basic: all });
const management = { field: 'eventCategory', equals: ['Management'] };
const readOnly = (value: string) => ({ field: 'readOnly', equals: [value] });
const local = trail({ name: 'local', multiRegion: false });
const withoutKms = recording({ basic: [basic({ excludeManagementEventSources: ['kms.amazonaws.com'] })] });
const manual = { whenOutOfSight: 'manual' };
const foreign = recording({ of: organizationTrail(), unread: 'selectors' });

test.each(
  cases(check, [
    { when: 'a basic selector', facts: recordings(good), then: 'pass' },
    { when: 'an advanced selector', facts: recordings(recording({ advanced: [advanced(management)] })), then: 'pass' },
    {
      when: 'two advanced selectors, one for reads and one for writes',
      facts: recordings(
        recording({ advanced: [advanced(management, readOnly('true')), advanced(management, readOnly('false'))] }),
      ),
      then: 'pass',
    },
    {
      when: 'an advanced selector for writes only',
      facts: recordings(recording({ advanced: [advanced(management, readOnly('false'))] })),
      then: 'fail',
      says: /does not record all management events that read/,
    },
    {
      when: 'a basic selector for reads only',
      facts: recordings(recording({ basic: [basic({ readWriteType: 'ReadOnly' })] })),
      then: 'fail',
      says: /does not record all management events that write/,
    },
    {
      when: 'data events only',
      facts: recordings(recording({ basic: [basic({ includeManagementEvents: false })] })),
      then: 'fail',
      says: /that read and does not record all management events that write/,
    },
    {
      when: 'one region only',
      facts: recordings(recording({ of: local, basic: all })),
      then: 'fail',
      says: /one region only/,
    },
    {
      when: 'stopped',
      facts: recordings(recording({ logging: false, basic: all })),
      then: 'fail',
      says: /is not logging/,
    },
    {
      when: 'two trails, neither enough',
      facts: recordings(recording({ of: local, basic: all }), recording({ logging: false, basic: all })),
      then: 'fail',
      says: /trail local covers one region only; trail main is not logging/,
    },
    { when: 'one good beside a bad one', facts: recordings(recording({ of: local }), good), then: 'pass' },
    {
      when: "an organisation's trail",
      facts: recordings(recording({ of: organizationTrail(), basic: all })),
      then: 'pass',
    },
    {
      when: 'without KMS events',
      facts: recordings(withoutKms),
      then: 'pass',
      says: /except those of kms.amazonaws.com/,
    },
    {
      when: 'without KMS events, where they are wanted',
      facts: recordings(withoutKms),
      with: { excludedEventSourcesPass: false },
      then: 'fail',
      says: /leaves out kms.amazonaws.com/,
    },
    {
      when: 'an advanced selector without a source',
      facts: recordings(
        recording({ advanced: [advanced(management, { field: 'eventSource', notEquals: ['rdsdata.amazonaws.com'] })] }),
      ),
      then: 'pass',
      says: /rdsdata/,
    },
    { when: 'no trail', facts: recordings(), then: 'fail', says: /there is no trail/ },
    { when: 'status unread', facts: recordings(recording({ basic: all, unread: 'status' })), then: 'not-assessed' },
    { when: 'selectors unread', facts: recordings(recording({ unread: 'selectors' })), then: 'not-assessed' },
    { when: 'unread, but of one region', facts: recordings(recording({ of: local, unread: 'both' })), then: 'fail' },
    {
      when: 'selectors unread, but stopped',
      facts: recordings(recording({ logging: false, unread: 'selectors' })),
      then: 'fail',
    },
    {
      when: 'one unread, one good',
      facts: recordings(recording({ of: trail({ name: 'a' }), unread: 'both' }), good),
      then: 'pass',
    },
    { when: 'out of sight', facts: recordings(foreign), then: 'not-assessed', says: /999988887777:trail\/org/ },
    {
      when: 'out of sight, by option',
      facts: recordings(foreign),
      with: manual,
      then: 'manual',
      says: /belongs to account 999988887777/,
    },
    {
      when: 'our own trail unread, by option',
      facts: recordings(recording({ unread: 'status' })),
      with: manual,
      then: 'fail', // without any selector it records nothing, whether it is logging or not
    },
    {
      when: 'our own selectors unread, by option',
      facts: recordings(recording({ unread: 'selectors' })),
      with: manual,
      then: 'not-assessed',
    },
    { when: 'good, one region unread', facts: { recordingTrails: new Listing([good], [unreadRegion]) }, then: 'pass' },
    {
      when: 'not good, one region unread',
      facts: { recordingTrails: new Listing([recording()], [unreadRegion]) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('the account is judged, in one row', () => {
  const rows = judgements(check, { when: '', facts: recordings(good, recording({ of: local })), then: 'pass' });
  expect(rows.map(({ id, region }) => [id, region])).toEqual([[null, null]]);
});

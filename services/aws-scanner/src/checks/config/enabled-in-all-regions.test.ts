import { expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { RecordingRegion } from '../../facts/config/recording-regions.ts';
import check from './enabled-in-all-regions.ts';

type Recorder = RecordingRegion['recorders'][number];
const delivering = { name: 'default', recording: true, lastStatus: 'SUCCESS', lastError: null };
const good: Recorder = { name: 'default', allTypes: true, globalTypes: true, strategy: null, status: delivering };
const local: Recorder = { ...good, globalTypes: false };
const stopped: Recorder = { ...good, status: { ...delivering, recording: false } };
const answering = (lastStatus: string | null, lastError: string | null = null): Recorder => ({
  ...good,
  status: { ...delivering, lastStatus, lastError },
});
const part: Recorder = { ...local, allTypes: false, strategy: 'INCLUSION_BY_RESOURCE_TYPES' };
const except: Recorder = { ...local, allTypes: false, strategy: 'EXCLUSION_BY_RESOURCE_TYPES' };
const statusGap: Gap = {
  fact: 'config/recorder-status',
  cause: 'denied',
  region: 'eu-west-1',
  rights: ['config:DescribeConfigurationRecorderStatus'],
  detail: 'no',
};
const gap: Gap = {
  fact: 'config/recorders',
  cause: 'denied',
  region: 'us-east-1',
  rights: ['config:DescribeConfigurationRecorders'],
  detail: 'no',
};
const region = (name: string, own: readonly Recorder[], unread: Gap | null = null): RecordingRegion => ({
  region: name,
  recorders: unread ? own.map((r) => ({ ...r, status: null })) : own,
  unread,
});
const first = (own: readonly Recorder[], unread: Gap | null = null) => region('eu-west-1', own, unread);
const second = (...own: readonly Recorder[]) => region('eu-west-2', own);
const facts = (...regions: readonly RecordingRegion[]) => ({ recordingRegions: new Listing(regions) });
const partly = (...regions: readonly RecordingRegion[]) => ({ recordingRegions: new Listing(regions, [gap]) });
const one = { everyRegion: false };

test.each(
  cases(check, [
    { when: 'good everywhere, global once', facts: facts(first([good]), second(local)), then: 'pass' },
    {
      when: 'no recorder in one region',
      facts: facts(first([good]), second()),
      then: 'fail',
      says: /eu-west-2 has no/,
    },
    { when: 'none anywhere', facts: facts(first([]), second()), then: 'fail', says: /no recorder in any region/ },
    { when: 'only service-linked recorders, which the fact leaves out', facts: facts(first([])), then: 'fail' },
    {
      when: 'chosen types only',
      facts: facts(first([good]), second(part)),
      then: 'fail',
      says: /does not record all types of resources \(INCLUSION_BY_RESOURCE_TYPES\)/,
    },
    { when: 'all types but some', facts: facts(first([good]), second(except)), then: 'fail', says: /EXCLUSION/ },
    { when: 'stopped', facts: facts(first([stopped])), then: 'fail', says: /is stopped/ },
    { when: 'pending', facts: facts(first([answering('PENDING')])), then: 'fail', says: /status PENDING/ },
    {
      when: 'cannot deliver',
      facts: facts(first([answering('FAILURE', 'NoSuchBucket')])),
      then: 'fail',
      says: /could not deliver \(status FAILURE, NoSuchBucket\)/,
    },
    { when: 'nothing delivered yet', facts: facts(first([answering(null)])), then: 'fail', says: /not delivered/ },
    { when: 'a recorder without status', facts: facts(first([{ ...good, status: null }])), then: 'fail' },
    { when: 'two recorders, one good', facts: facts(first([stopped, good])), then: 'pass' },
    {
      when: 'good everywhere, global resources nowhere',
      facts: facts(first([local]), second(local)),
      then: 'fail',
      says: /no recorder in any region records global resources/,
    },
    { when: 'a region unread', facts: partly(first([good])), then: 'not-assessed' },
    { when: 'a region unread, another bad', facts: partly(first([good]), second()), then: 'fail' },
    { when: 'a region unread, global types not seen', facts: partly(first([local])), then: 'not-assessed' },
    { when: 'status unread', facts: facts(first([good], statusGap)), then: 'not-assessed' },
    { when: 'status unread, not all types', facts: facts(first([part], statusGap), second(good)), then: 'fail' },
    { when: 'no region at all', facts: facts(), then: 'fail' },
    // one good recorder is enough
    { when: 'one region, one is enough', facts: facts(first([good]), second()), with: one, then: 'pass' },
    { when: 'a region unread, one is enough', facts: partly(first([good])), with: one, then: 'pass' },
    {
      when: 'one without global types',
      facts: facts(first([local])),
      with: one,
      then: 'fail',
      says: /global ones too/,
    },
    { when: 'one stopped', facts: facts(first([stopped])), with: one, then: 'fail' },
    { when: 'none good, a region unread', facts: partly(first([stopped])), with: one, then: 'not-assessed' },
    { when: 'none good, a status unread', facts: facts(first([good], statusGap)), with: one, then: 'not-assessed' },
    { when: 'no region at all, one is enough', facts: facts(), with: one, then: 'fail' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a row per region and one of the account; an unread status names its right on the region', () => {
  const rows = judgements(check, {
    when: '',
    facts: facts(first([good], statusGap), second(local)),
    then: 'not-assessed',
  });
  expect(rows).toMatchObject([
    { id: null, region: 'eu-west-1', verdict: 'not-assessed', rights: ['config:DescribeConfigurationRecorderStatus'] },
    { id: null, region: 'eu-west-2', verdict: 'pass' },
    { id: null, region: null, verdict: 'pass', reason: expect.stringMatching(/eu-west-1 also records global/) },
  ]);
});

import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { ProfileRoles } from '../../facts/ec2/instance-roles.ts';
import check from './instances-use-iam-roles.ts';

const readAt = '2026-01-01T00:00:00Z';
const PROFILE = 'arn:aws:iam::111122223333:instance-profile/web';
const instance = (held: ProfileRoles, state: 'running' | 'stopped' = 'running', n = 1) => ({
  id: `arn:aws:ec2:eu-west-1:111122223333:instance/i-${n}`,
  region: 'eu-west-1',
  name: null,
  state,
  profile: held === null ? null : PROFILE,
  held,
});
const read = (...all: ReturnType<typeof instance>[]) => ({
  instanceRoles: { ok: true as const, value: new Listing(all), readAt },
});
const regionGap = {
  fact: 'ec2/instances',
  cause: 'denied',
  region: 'us-east-1',
  rights: ['ec2:DescribeInstances'],
  detail: 'no',
} as const;
const profileGap = {
  fact: 'iam/instance-profiles',
  cause: 'denied',
  rights: ['iam:ListInstanceProfiles'],
  detail: 'no',
} as const;
const partly = (...all: ReturnType<typeof instance>[]) => ({
  instanceRoles: { ok: true as const, value: new Listing(all, [regionGap]), readAt },
});
const byPerson = { whenUnproven: 'manual' };
const web = { roles: ['web'] };

test.each(
  cases(check, [
    { when: 'a role', facts: read(instance(web)), then: 'pass', says: /uses role web/ },
    { when: 'no profile', facts: read(instance(null)), then: 'fail', says: /no instance profile/ },
    { when: 'a profile without a role', facts: read(instance({ roles: [] })), then: 'fail', says: /holds no role/ },
    { when: 'a stopped instance counts', facts: read(instance(null, 'stopped')), then: 'fail', says: /\(stopped\)/ },
    { when: 'one with, one without', facts: read(instance(web), instance(null, 'running', 2)), then: 'fail' },
    { when: 'profiles unread', facts: read(instance({ gap: profileGap })), then: 'not-assessed' },
    {
      when: 'profiles unread, another without any',
      facts: read(instance({ gap: profileGap }), instance(null, 'running', 2)),
      then: 'fail',
    },
    { when: 'a region unread', facts: partly(instance(web)), then: 'not-assessed' },
    { when: 'a region unread, one without', facts: partly(instance(null)), then: 'fail' },
    { when: 'regions unread', facts: { instanceRoles: { ok: false, gap: regionGap } }, then: 'not-assessed' },
    { when: 'nothing at all', facts: read(), then: 'not-applicable' },
    // versions in which a person decides
    { when: 'a role, by a person', facts: read(instance(web)), with: byPerson, then: 'manual', says: /besides/ },
    { when: 'no profile, by a person', facts: read(instance(null)), with: byPerson, then: 'manual', says: /calls AWS/ },
    { when: 'an empty profile, by a person', facts: read(instance({ roles: [] })), with: byPerson, then: 'manual' },
    { when: 'a region unread, by a person', facts: partly(instance(web)), with: byPerson, then: 'manual' },
    {
      when: 'profiles unread, by a person',
      facts: read(instance({ gap: profileGap })),
      with: byPerson,
      then: 'manual',
    },
    {
      when: 'all unread, by a person',
      facts: { instanceRoles: { ok: false, gap: regionGap } },
      with: byPerson,
      then: 'manual',
      says: /evidence is missing/,
    },
    { when: 'nothing at all, by a person', facts: read(), with: byPerson, then: 'not-applicable' },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test('a role suggests pass, its absence suggests nothing: not every instance calls AWS', () => {
  const facts = read(instance(web), instance(null, 'running', 2));
  const rows = judgements(check, { when: '', facts, with: byPerson, then: 'manual' });
  expect(rows.map((row) => row.suggested)).toEqual(['pass', null]);
});

test('unread profiles and regions name their rights, on the instance and on the region', () => {
  const facts = partly(instance({ gap: profileGap }));
  expect(judgements(check, { when: '', facts, with: byPerson, then: 'manual' })).toMatchObject([
    { id: expect.stringMatching(/instance\/i-1$/), region: 'eu-west-1', rights: ['iam:ListInstanceProfiles'] },
    { id: null, region: 'us-east-1', rights: ['ec2:DescribeInstances'] },
  ]);
});

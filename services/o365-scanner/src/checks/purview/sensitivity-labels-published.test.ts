import { expect, test } from '@jest/globals';
import { Listing } from '@cis-scan/engine';
import { cases, judge } from '@cis-scan/engine/testing';
import type { LabelPolicy } from '../../facts/purview/label-policies.ts';
import { read, refused, unread } from '../../testing/readings.ts';
import { controlScores } from '../../testing/secure-score.ts';
import check from './sensitivity-labels-published.ts';

const policy = (over: Partial<LabelPolicy> = {}): LabelPolicy => ({
  id: 'guid-labels',
  name: 'Global labels',
  type: 'PublishedSensitivityLabel',
  enabled: true,
  mode: 'Enforce',
  labels: 3,
  ...over,
});
const closed = unread('sharepoint/tenant', 'Sites.FullControl.All');
const facts = (policies: readonly LabelPolicy[], labelsInFiles?: boolean) => ({
  policies: new Listing(policies),
  sharepoint: labelsInFiles === undefined ? closed : read({ labelsInFiles }),
});
const strict = { sharePointIntegrationRequired: true };

test.each(
  cases(check, [
    { when: 'published', facts: facts([policy()]), then: 'pass', says: /"Global labels" publishes/ },
    { when: 'no policy', facts: facts([]), then: 'fail', says: /none at all/ },
    { when: 'disabled', facts: facts([policy({ enabled: false })]), then: 'fail', says: /it is disabled/ },
    { when: 'being deleted', facts: facts([policy({ mode: 'PendingDeletion' })]), then: 'fail', says: /being deleted/ },
    {
      when: 'of another type',
      facts: facts([policy({ type: 'AutoLabel' })]),
      then: 'fail',
      says: /its type is AutoLabel/,
    },
    {
      when: 'one disabled, one published',
      facts: facts([policy({ enabled: false }), policy({ id: '2' })]),
      then: 'pass',
    },
    { when: 'published, SharePoint out of sight', facts: facts([policy()]), with: strict, then: 'pass' },
    { when: 'published, SharePoint works with labels', facts: facts([policy()], true), with: strict, then: 'pass' },
    {
      when: 'published, SharePoint does not',
      facts: facts([policy()], false),
      with: strict,
      then: 'fail',
      says: /EnableAIPIntegration/,
    },
    {
      when: 'published, SharePoint does not, which newer versions do not ask',
      facts: facts([policy()], false),
      then: 'pass',
    },
    { when: 'not published, SharePoint works with labels', facts: facts([], true), with: strict, then: 'fail' },
    {
      when: 'the list broke off',
      facts: { ...facts([]), policies: new Listing<LabelPolicy>([], [refused('purview/label-policies')]) },
      then: 'not-assessed',
    },
  ]),
)('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

test.each([
  [{ mip_sensitivitylabelspolicies: 100, mip_autosensitivitylabelspolicies: 100 }, 'pass'],
  [{ mip_sensitivitylabelspolicies: 100 }, 'pass'],
  [{ mip_sensitivitylabelspolicies: 100, mip_autosensitivitylabelspolicies: 0 }, 'fail'],
  [{}, 'not-assessed'],
])('Secure Score %j: %s', (controls, then) => expect(controlScores(check, controls)).toBe(then));

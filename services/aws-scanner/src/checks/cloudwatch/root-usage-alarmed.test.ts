import { describe, expect, test } from '@jest/globals';
import { Listing, type Gap } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { Alarm, ChainedTrail, Filter } from '../../facts/cloudwatch/alarm-chains.ts';
import check from './root-usage-alarmed.ts';

const PATTERN =
  '{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }';
const topic = { id: 'arn:aws:sns:eu-west-1:111122223333:security', confirmed: { value: 1 } };
const alarm: Alarm = {
  name: 'root-used',
  metric: 'CIS/RootUse',
  mathMetrics: [],
  rule: null,
  actionsEnabled: true,
  topics: [topic],
};
const filter: Filter = { name: 'root', pattern: PATTERN, metrics: ['CIS/RootUse'] };
const trail: ChainedTrail = {
  id: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/all',
  multiRegion: true,
  logging: { value: true },
  recordsManagement: { value: true },
  logGroup: 'arn:aws:logs:eu-west-1:111122223333:log-group:trail:*',
  filters: { value: [filter] },
  alarms: { value: [alarm] },
};
const gap = (resource: string, rights: readonly string[] = []): Gap => ({
  fact: 'x',
  cause: 'denied',
  resource,
  rights,
  detail: 'refused',
});
const chains = (...all: readonly ChainedTrail[]) => ({ alarmChains: new Listing(all) });
const withFilter = (over: Partial<Filter>) => chains({ ...trail, filters: { value: [{ ...filter, ...over }] } });
const withAlarm = (over: Partial<Alarm>) => chains({ ...trail, alarms: { value: [{ ...alarm, ...over }] } });
const old = { whenUnproven: 'fail' };
const foreignGroup = gap('arn:aws:logs:eu-west-1:999988887777:log-group:trail:*');

describe('root-usage-alarmed', () => {
  test.each(
    cases(check, [
      { when: 'a whole chain', facts: chains(trail), then: 'pass', says: /filter root raises alarm root-used/ },
      { when: 'no trail', facts: chains(), with: old, then: 'fail', says: /there is no trail/ },
      { when: 'no trail, where another tool may watch', facts: chains(), then: 'manual' },
      {
        when: 'a trail of one region',
        facts: chains({ ...trail, multiRegion: false }),
        with: old,
        then: 'fail',
        says: /does not cover all regions/,
      },
      {
        when: 'a stopped trail',
        facts: chains({ ...trail, logging: { value: false } }),
        with: old,
        then: 'fail',
        says: /not logging/,
      },
      {
        when: 'write events only',
        facts: chains({ ...trail, recordsManagement: { value: false } }),
        with: old,
        then: 'fail',
        says: /all management events/,
      },
      {
        when: 'no log group',
        facts: chains({ ...trail, logGroup: null }),
        with: old,
        then: 'fail',
        says: /no log group/,
      },
      {
        when: 'no filter',
        facts: chains({ ...trail, filters: { value: [] } }),
        with: old,
        then: 'fail',
        says: /no metric filter/,
      },
      {
        when: 'a filter without quotes, in another order',
        facts: withFilter({
          pattern:
            '{ $.eventType != AwsServiceEvent && $.userIdentity.invokedBy NOT EXISTS && $.userIdentity.type = Root }',
        }),
        then: 'pass',
      },
      {
        when: 'a wider filter',
        facts: withFilter({ pattern: '{ $.userIdentity.type = "Root" || $.eventName = "ConsoleLogin" }' }),
        then: 'pass',
      },
      {
        when: 'a narrower filter',
        facts: withFilter({ pattern: `{ ${PATTERN.slice(2, -2)} && ($.awsRegion = "us-east-1") }` }),
        with: old,
        then: 'fail',
      },
      { when: 'the published text, exact mode', facts: chains(trail), with: { exactPatternsOnly: true }, then: 'pass' },
      {
        when: 'a wider filter, exact mode',
        facts: withFilter({ pattern: '{ $.userIdentity.type = "Root" }' }),
        with: { ...old, exactPatternsOnly: true },
        then: 'fail',
      },
      {
        when: 'an alarm on another namespace',
        facts: withAlarm({ metric: 'Other/RootUse' }),
        with: old,
        then: 'fail',
        says: /no alarm watches/,
      },
      {
        when: 'an alarm by metric math, literal rule',
        facts: withAlarm({ metric: null, mathMetrics: ['CIS/RootUse'] }),
        with: old,
        then: 'fail',
      },
      {
        when: 'an alarm by metric math, lenient',
        facts: withAlarm({ metric: null, mathMetrics: ['CIS/RootUse'] }),
        with: { metricMathCounts: true },
        then: 'pass',
      },
      {
        when: 'actions switched off',
        facts: withAlarm({ actionsEnabled: false }),
        with: old,
        then: 'fail',
        says: /switched off/,
      },
      {
        when: 'no topic among the actions',
        facts: withAlarm({ topics: [] }),
        with: old,
        then: 'fail',
        says: /notifies no SNS topic/,
      },
      {
        when: 'a subscription nobody confirmed',
        facts: withAlarm({ topics: [{ ...topic, confirmed: { value: 0 } }] }),
        with: old,
        then: 'fail',
        says: /no confirmed subscriber/,
      },
      {
        when: 'the action sits on a composite alarm, literal rule',
        facts: chains({
          ...trail,
          alarms: {
            value: [
              { ...alarm, topics: [] },
              { ...alarm, name: 'any', metric: null, rule: 'ALARM("root-used")' },
            ],
          },
        }),
        with: old,
        then: 'fail',
      },
      {
        when: 'the action sits on a composite alarm, lenient',
        facts: chains({
          ...trail,
          alarms: {
            value: [
              { ...alarm, topics: [] },
              { ...alarm, name: 'any', metric: null, rule: 'ALARM("root-used") OR ALARM(x)' },
            ],
          },
        }),
        with: { compositeAlarmsCount: true },
        then: 'pass',
      },
      {
        when: 'halves of two chains do not add up',
        facts: chains({ ...trail, alarms: { value: [] } }, { ...trail, id: 'b', filters: { value: [] } }),
        with: old,
        then: 'fail',
        says: /no alarm watches/,
      },
      {
        when: 'one of two trails is whole',
        facts: chains({ ...trail, logging: { value: false } }, { ...trail, id: 'b' }),
        then: 'pass',
      },
      {
        when: 'a topic that refuses to be listed',
        facts: withAlarm({ topics: [{ ...topic, confirmed: { gap: gap(topic.id) } }] }),
        with: old,
        then: 'not-assessed',
      },
      {
        when: 'the log group of an organisation trail lies in another account',
        facts: chains({ ...trail, filters: { gap: foreignGroup } }),
        with: old,
        then: 'not-assessed',
        says: /999988887777/,
      },
      {
        when: 'the same, where a person shall look',
        facts: chains({ ...trail, filters: { gap: foreignGroup } }),
        with: { whenOutOfSight: 'manual' },
        then: 'manual',
      },
      {
        when: 'status unread, but no filter matches anyway',
        facts: chains({ ...trail, logging: { gap: gap(trail.id) }, filters: { value: [] } }),
        with: old,
        then: 'fail',
      },
      {
        when: 'status unread, the rest holds',
        facts: chains({ ...trail, logging: { gap: gap(trail.id) } }),
        with: old,
        then: 'not-assessed',
      },
      {
        when: 'a whole chain, one region unread',
        facts: { alarmChains: new Listing([trail], [gap('x')]) },
        then: 'pass',
      },
      {
        when: 'no chain, one region unread',
        facts: { alarmChains: new Listing([], [gap('x')]) },
        with: old,
        then: 'not-assessed',
      },
    ]),
  )('$when: $then', (c) => expect(judge(check, c)).toBe(c.then));

  test('a pass shows every link of its chain', () => {
    const [row] = judgements(check, { when: '', facts: chains(trail), then: 'pass' });
    expect(row?.evidence.map((e) => e.fact.source)).toEqual([
      'cloudtrail:DescribeTrails',
      'logs:DescribeMetricFilters',
      'cloudwatch:DescribeAlarms',
      'sns:ListSubscriptionsByTopic',
    ]);
  });
});

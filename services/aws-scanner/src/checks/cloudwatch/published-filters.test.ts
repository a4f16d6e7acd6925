import { describe, expect, test } from '@jest/globals';
import { Listing, type Check } from '@cis-scan/engine';
import { cases, judge, judgements } from '@cis-scan/engine/testing';
import type { ChainedTrail } from '../../facts/cloudwatch/alarm-chains.ts';
import type { needs, options } from './_alarmed-on.ts';
import cloudtrail from './cloudtrail-changes-alarmed.ts';
import config from './config-changes-alarmed.ts';
import failures from './console-sign-in-failures-alarmed.ts';
import withoutMfa from './console-sign-in-without-mfa-alarmed.ts';
import policies from './iam-policy-changes-alarmed.ts';
import keys from './kms-key-deletion-alarmed.ts';
import nacls from './nacl-changes-alarmed.ts';
import gateways from './network-gateway-changes-alarmed.ts';
import organizations from './organizations-changes-alarmed.ts';
import routes from './route-table-changes-alarmed.ts';
import buckets from './s3-bucket-policy-changes-alarmed.ts';
import groups from './security-group-changes-alarmed.ts';
import refused from './unauthorized-api-calls-alarmed.ts';
import vpcs from './vpc-changes-alarmed.ts';

type Monitoring = Check<typeof needs, typeof options>;

/** A chain that is whole but for what its filter matches. */
const chain = (pattern: string): { readonly alarmChains: Listing<ChainedTrail> } => ({
  alarmChains: new Listing([
    {
      id: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/all',
      multiRegion: true,
      logging: { value: true },
      recordsManagement: { value: true },
      logGroup: 'arn:aws:logs:eu-west-1:111122223333:log-group:trail:*',
      filters: { value: [{ name: 'filter', pattern, metrics: ['CIS/Metric'] }] },
      alarms: {
        value: [
          {
            name: 'alarm',
            metric: 'CIS/Metric',
            mathMetrics: [],
            rule: null,
            actionsEnabled: true,
            topics: [{ id: 'arn:aws:sns:eu-west-1:111122223333:security', confirmed: { value: 1 } }],
          },
        ],
      },
    },
  ]),
});
const anyOf = (names: readonly string[]): string => names.map((name) => `($.eventName = ${name})`).join(' || ');
const from = (source: string, body: string): string => `{ ($.eventSource = ${source}) && (${body}) }`;
const old = { whenUnproven: 'fail' };

const BY_NAME: readonly (readonly [string, Monitoring, string | null, string])[] = [
  [
    '4.4',
    policies,
    null,
    'DeleteGroupPolicy DeleteRolePolicy DeleteUserPolicy PutGroupPolicy PutRolePolicy PutUserPolicy CreatePolicy DeletePolicy CreatePolicyVersion DeletePolicyVersion AttachRolePolicy DetachRolePolicy AttachUserPolicy DetachUserPolicy AttachGroupPolicy DetachGroupPolicy',
  ],
  ['4.5', cloudtrail, null, 'CreateTrail UpdateTrail DeleteTrail StartLogging StopLogging'],
  ['4.7', keys, 'kms.amazonaws.com', 'DisableKey ScheduleKeyDeletion'],
  [
    '4.8',
    buckets,
    's3.amazonaws.com',
    'PutBucketAcl PutBucketPolicy PutBucketCors PutBucketLifecycle PutBucketReplication DeleteBucketPolicy DeleteBucketCors DeleteBucketLifecycle DeleteBucketReplication',
  ],
  [
    '4.9',
    config,
    'config.amazonaws.com',
    'StopConfigurationRecorder DeleteDeliveryChannel PutDeliveryChannel PutConfigurationRecorder',
  ],
  [
    '4.10',
    groups as unknown as Monitoring,
    null,
    'AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupIngress RevokeSecurityGroupEgress CreateSecurityGroup DeleteSecurityGroup ModifySecurityGroupRules',
  ],
  [
    '4.11',
    nacls,
    null,
    'CreateNetworkAcl CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry ReplaceNetworkAclEntry ReplaceNetworkAclAssociation',
  ],
  [
    '4.12',
    gateways,
    null,
    'CreateCustomerGateway DeleteCustomerGateway AttachInternetGateway CreateInternetGateway DeleteInternetGateway DetachInternetGateway',
  ],
  [
    '4.13',
    routes,
    'ec2.amazonaws.com',
    'CreateRoute CreateRouteTable ReplaceRoute ReplaceRouteTableAssociation DeleteRouteTable DeleteRoute DisassociateRouteTable',
  ],
  [
    '4.14',
    vpcs,
    null,
    'CreateVpc DeleteVpc ModifyVpcAttribute AcceptVpcPeeringConnection CreateVpcPeeringConnection DeleteVpcPeeringConnection RejectVpcPeeringConnection AttachClassicLinkVpc DetachClassicLinkVpc DisableVpcClassicLink EnableVpcClassicLink',
  ],
  [
    '4.15',
    organizations,
    'organizations.amazonaws.com',
    'AcceptHandshake AttachPolicy CreateAccount CreateOrganizationalUnit CreatePolicy DeclineHandshake DeleteOrganization DeleteOrganizationalUnit DeletePolicy DetachPolicy DisablePolicyType EnablePolicyType InviteAccountToOrganization LeaveOrganization MoveAccount RemoveAccountFromOrganization UpdatePolicy UpdateOrganizationalUnit',
  ],
];

describe.each(BY_NAME)('%s', (_, subject, source, list) => {
  const names = list.split(' ');
  const verdict = (pattern: string) => judge(subject, { when: '', facts: chain(pattern), with: old, then: 'pass' });

  test('the published names pass, in any order and with the right source', () => {
    expect(verdict(`{ ${anyOf(names)} }`)).toBe('pass');
    expect(verdict(`{ ${anyOf([...names].reverse())} || ($.eventName = SomethingElse) }`)).toBe('pass');
    if (source) expect(verdict(from(source, anyOf(names)))).toBe('pass');
  });
  test.each(names)('without %s it fails and says so', (missing) => {
    const pattern = `{ ${anyOf(names.filter((name) => name !== missing))} }`;
    const [row] = judgements(subject, { when: '', facts: chain(pattern), with: old, then: 'fail' });
    expect(row?.verdict).toBe('fail');
    if (names.length > 1) expect(row?.reason).toContain(missing);
  });
  test('a condition that narrows it fails', () => {
    expect(verdict(`{ (${anyOf(names)}) && ($.awsRegion = "us-east-1") }`)).toBe('fail');
    expect(verdict(from('iam.amazonaws.com.example', anyOf(names)))).toBe('fail');
  });
});

const SIX = { eventNames: BY_NAME[5]?.[3].split(' ').slice(0, 6) ?? [] };
test.each(
  cases(groups, [
    { when: 'six names, as asked before 5.0.0', facts: chain(`{ ${anyOf(SIX.eventNames)} }`), with: SIX, then: 'pass' },
    { when: 'six names, as asked from 5.0.0', facts: chain(`{ ${anyOf(SIX.eventNames)} }`), then: 'manual' },
  ]),
)('4.10, $when: $then', (c) => expect(judge(groups, c)).toBe(c.then));

const DENIED = '($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")';
const EXCLUDED = '($.sourceIPAddress != "delivery.logs.amazonaws.com") && ($.eventName != "HeadBucket")';
test.each(
  cases(refused, [
    { when: 'two terms', facts: chain(`{ ${DENIED} }`), then: 'pass' },
    { when: 'four terms joined by OR', facts: chain(`{ ${DENIED} || ${EXCLUDED.replace('&&', '||')} }`), then: 'pass' },
    {
      when: 'exclusions at the second term',
      facts: chain(`{ ($.errorCode = "*UnauthorizedOperation") || (($.errorCode = "AccessDenied*") && ${EXCLUDED}) }`),
      then: 'pass',
    },
    { when: 'exclusions at both terms', facts: chain(`{ (${DENIED}) && ${EXCLUDED} }`), then: 'pass' },
    { when: 'one term only', facts: chain('{ $.errorCode = "AccessDenied*" }'), with: old, then: 'fail' },
    {
      when: 'AccessDenied without its wildcard',
      facts: chain('{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied") }'),
      with: old,
      then: 'fail',
    },
  ]),
)('4.1, $when: $then', (c) => expect(judge(refused, c)).toBe(c.then));

const LOGIN = '($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes")';
test.each(
  cases(withoutMfa, [
    { when: 'the short form', facts: chain(`{ ${LOGIN} }`), then: 'pass' },
    {
      when: 'the form for accounts with single sign-on',
      facts: chain(
        `{ ${LOGIN} && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }`,
      ),
      then: 'pass',
    },
    { when: 'every sign-in', facts: chain('{ $.eventName = "ConsoleLogin" }'), then: 'pass' },
    { when: 'root only', facts: chain(`{ ${LOGIN} && ($.userIdentity.type = "Root") }`), with: old, then: 'fail' },
  ]),
)('4.2, $when: $then', (c) => expect(judge(withoutMfa, c)).toBe(c.then));

test.each(
  cases(failures, [
    {
      when: 'the published form',
      facts: chain('{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }'),
      then: 'pass',
    },
    {
      when: 'every sign-in with an error',
      facts: chain('{ ($.eventName = ConsoleLogin) && ($.errorMessage EXISTS) }'),
      then: 'pass',
    },
    {
      when: 'another message',
      facts: chain('{ ($.eventName = ConsoleLogin) && ($.errorMessage = "No username found") }'),
      with: old,
      then: 'fail',
    },
  ]),
)('4.6, $when: $then', (c) => expect(judge(failures, c)).toBe(c.then));

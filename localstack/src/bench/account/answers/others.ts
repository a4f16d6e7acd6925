import { jsonAnswer, parametersOf, type Answer } from '../../../overlay/call.ts';
import type { Answerer } from '../answerer.ts';
import { ACCOUNT } from '../model.ts';
import { page, queryAnswer } from '../wire.ts';

const keyArn = (region: string, id: string): string => `arn:aws:kms:${region}:${ACCOUNT}:key/${id}`;
const refused = (status: number, name: string): Answer =>
  jsonAnswer(status, { __type: name, message: 'there is none' }, { 'x-amzn-errortype': name });
const recorder = { allSupported: true, includeGlobalResourceTypes: true };

export const OTHERS: Readonly<Record<string, Answerer>> = {
  'sts:GetCallerIdentity': () =>
    queryAnswer('GetCallerIdentity', {
      UserId: 'AIDABENCH',
      Account: ACCOUNT,
      Arn: `arn:aws:iam::${ACCOUNT}:user/auditor`,
    }),
  'kms:ListKeys': ({ account, region, parameter }) => {
    const here = account.keys.filter((key) => key.region === region);
    const { items, next } = page(here, parameter('Marker'), Number(parameter('Limit') ?? 100));
    const Keys = items.map(({ id }) => ({ KeyId: id, KeyArn: keyArn(region, id) }));
    return jsonAnswer(200, {
      Keys,
      Truncated: next !== undefined,
      ...(next === undefined ? {} : { NextMarker: next }),
    });
  },
  'kms:DescribeKey': ({ region, parameter }) => {
    const Arn = parameter('KeyId') ?? '';
    const KeyId = Arn.split('/').at(-1) ?? '';
    const KeyManager = KeyId.startsWith('2') ? 'AWS' : 'CUSTOMER';
    const spec = {
      KeySpec: 'SYMMETRIC_DEFAULT',
      CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      KeyUsage: 'ENCRYPT_DECRYPT',
    };
    const state = { KeyState: 'Enabled', Enabled: true, Origin: 'AWS_KMS', MultiRegion: false };
    return jsonAnswer(200, {
      KeyMetadata: { AWSAccountId: ACCOUNT, KeyId, Arn, KeyManager, ...spec, ...state, Description: region },
    });
  },
  'kms:GetKeyRotationStatus': ({ parameter }) =>
    jsonAnswer(200, { KeyRotationEnabled: /[02468]$/.test(parameter('KeyId') ?? ''), RotationPeriodInDays: 365 }),
  'config:DescribeConfigurationRecorders': ({ account, region }) =>
    jsonAnswer(200, {
      ConfigurationRecorders: account.recorderRegions.includes(region)
        ? [{ name: 'default', roleARN: `arn:aws:iam::${ACCOUNT}:role/config`, recordingGroup: recorder }]
        : [],
    }),
  'config:DescribeConfigurationRecorderStatus': () =>
    jsonAnswer(200, { ConfigurationRecordersStatus: [{ name: 'default', recording: true, lastStatus: 'SUCCESS' }] }),
  'access-analyzer:ListAnalyzers': ({ region }) =>
    jsonAnswer(200, {
      analyzers: [
        {
          arn: `arn:aws:access-analyzer:${region}:${ACCOUNT}:analyzer/external`,
          name: 'external',
          type: 'ACCOUNT',
          status: 'ACTIVE',
          createdAt: '2024-03-01T09:00:00Z',
        },
      ],
    }),
  'account:GetContactInformation': () =>
    jsonAnswer(200, {
      ContactInformation: {
        FullName: 'Bench Ltd',
        AddressLine1: '1 Long Street',
        City: 'Springfield',
        PostalCode: '12345',
        CountryCode: 'GB',
        PhoneNumber: '+440000000003',
      },
    }),
  'account:GetAlternateContact': () => refused(404, 'ResourceNotFoundException'),
  'organizations:DescribeOrganization': () => refused(400, 'AWSOrganizationsNotInUseException'),
  'sso:ListInstances': () => jsonAnswer(200, { Instances: [] }),
};

/** Allows whatever is asked about: for requests through intake. */
export const simulation = (body: Parameters<typeof parametersOf>[0]): Answer => {
  const asked = [...parametersOf(body)].flatMap(([name, action]) => (name.startsWith('ActionNames.') ? [action] : []));
  const results = asked.map((EvalActionName) => ({ EvalActionName, EvalResourceName: '*', EvalDecision: 'allowed' }));
  return queryAnswer('SimulatePrincipalPolicy', { EvaluationResults: results, IsTruncated: false });
};

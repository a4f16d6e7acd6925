import { jsonAnswer, withBody, xmlAnswer, type Answer } from '../call.ts';
import type { Answerer } from './answerer.ts';

function parse(answer: Answer): Record<string, unknown> {
  return JSON.parse(answer.body.toString()) as Record<string, unknown>;
}

const partitionOf = (region: string): string => /^(cn|us-gov)-/.exec(region)?.[1] ?? 'aws';

/** ec2:DescribeRegions: the emulator lists those of every partition, an account has those of its own. */
export const regions: Answerer = async (call, _facts, next) => {
  const answer = await next();
  const own = answer.body.toString().replace(/<item>(?:(?!<\/?item>)[\s\S])*<\/item>\s*/g, (item) => {
    const region = /<regionName>([^<]*)/.exec(item)?.[1] ?? '';
    return partitionOf(region) === partitionOf(call.region) ? item : '';
  });
  return answer.status === 200 ? withBody(answer, own) : answer;
};

/** access-analyzer:ListAnalyzers: the emulator has no such service. */
export const analyzers: Answerer = async (call, facts) => {
  const type = new URL(call.path, 'http://overlay.invalid').searchParams.get('type');
  const all = facts.analyzers?.[call.region] ?? [];
  return jsonAnswer(200, {
    analyzers: all
      .filter((analyzer) => type === null || analyzer.type === type)
      .map((analyzer) => ({
        arn: `arn:aws:access-analyzer:${call.region}:${facts.account}:analyzer/${analyzer.name}`,
        createdAt: '2024-01-15T09:00:00Z',
        ...analyzer,
      })),
  });
};

/** cloudtrail:GetEventSelectors: a trail that was never given any has the default one. */
export const eventSelectors: Answerer = async (_call, _facts, next) => {
  const answer = await next();
  if (answer.status !== 200) return answer;
  const { EventSelectors, AdvancedEventSelectors, ...rest } = parse(answer);
  const has = (list: unknown): list is unknown[] => Array.isArray(list) && list.length > 0;
  if (has(EventSelectors) || has(AdvancedEventSelectors)) return answer;
  const usual = {
    ReadWriteType: 'All',
    IncludeManagementEvents: true,
    DataResources: [],
    ExcludeManagementEventSources: [],
  };
  return withBody(answer, JSON.stringify({ ...rest, EventSelectors: [usual] }));
};

/** cloudtrail:GetTrailStatus: deliveries to CloudWatch Logs, of which the emulator knows nothing. */
export const trailStatus: Answerer = async (call, facts, next) => {
  const answer = await next();
  if (answer.status !== 200) return answer;
  const { Name = '' } = JSON.parse(call.body.toString()) as { Name?: string };
  const minutes = facts.logDelivery?.[Name.split('/').at(-1) ?? ''];
  if (minutes === undefined || minutes === null) return answer;
  const LatestCloudWatchLogsDeliveryTime = Math.floor(Date.now() / 1000) - minutes * 60;
  return withBody(answer, JSON.stringify({ ...parse(answer), LatestCloudWatchLogsDeliveryTime }));
};

/** config:DescribeConfigurationRecorderStatus: the emulator says PENDING for ever. */
export const recorderStatus: Answerer = async (call, facts, next) => {
  const answer = await next();
  if (answer.status !== 200) return answer;
  const status = parse(answer);
  const recorders = (status['ConfigurationRecordersStatus'] as { recording?: boolean }[] | undefined) ?? [];
  const corrected = recorders.map((recorder) => {
    const lastStatus = facts.configDelivery?.[call.region] ?? (recorder.recording ? 'SUCCESS' : undefined);
    return lastStatus === undefined ? recorder : { ...recorder, lastStatus };
  });
  return withBody(answer, JSON.stringify({ ...status, ConfigurationRecordersStatus: corrected }));
};

/** kms:DescribeKey: a key that was made without saying what for encrypts. */
export const describedKey: Answerer = async (_call, _facts, next) => {
  const answer = await next();
  if (answer.status !== 200) return answer;
  const { KeyMetadata } = parse(answer) as { KeyMetadata?: { KeyUsage?: string } };
  if (KeyMetadata === undefined || KeyMetadata.KeyUsage) return answer;
  return withBody(answer, JSON.stringify({ KeyMetadata: { ...KeyMetadata, KeyUsage: 'ENCRYPT_DECRYPT' } }));
};

/** sns:ListSubscriptions…: mail addresses are confirmed at once in the emulator. */
export const subscriptions: Answerer = async (_call, facts, next) => {
  const answer = await next();
  const pending = facts.unconfirmedSubscribers ?? [];
  if (answer.status !== 200 || pending.length === 0) return answer;
  const corrected = answer.body
    .toString()
    .replace(/<member>(?:(?!<\/?member>)[\s\S])*<\/member>/g, (member) =>
      pending.some((endpoint) => member.includes(`<Endpoint>${endpoint}</Endpoint>`))
        ? member.replace(/<SubscriptionArn>[^<]*/, '<SubscriptionArn>PendingConfirmation')
        : member,
    );
  return withBody(answer, corrected);
};

/** s3:GetBucketEncryption: since 2023 a bucket that says nothing is encrypted with keys of S3. */
export const bucketEncryption: Answerer = async (call, facts, next) => {
  const answer = await next();
  const bucket = new URL(call.path, 'http://overlay.invalid').pathname.split('/')[1] ?? '';
  const unset = answer.status === 404 && answer.body.includes('ServerSideEncryptionConfigurationNotFoundError');
  if (!unset || facts.unencryptedBuckets?.includes(bucket)) return answer;
  return xmlAnswer(
    200,
    '<?xml version="1.0" encoding="UTF-8"?><ServerSideEncryptionConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule>' +
      '<ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault>' +
      '<BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>',
  );
};

/** account:GetContactInformation: the emulator does not have it. */
export const contactInformation: Answerer = async (_call, facts) =>
  facts.contact === undefined
    ? jsonAnswer(404, { message: 'No contact information found.' }, { 'x-amzn-errortype': 'ResourceNotFoundException' })
    : jsonAnswer(200, { ContactInformation: facts.contact });

/** sso:ListInstances: the emulator does not have it. */
export const ssoInstances: Answerer = async (_call, facts) => jsonAnswer(200, { Instances: facts.ssoInstances ?? [] });

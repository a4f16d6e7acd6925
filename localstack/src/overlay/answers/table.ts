import type { Answerer } from './answerer.ts';
import { credentialReport } from './credential-report.ts';
import {
  analyzers,
  bucketEncryption,
  contactInformation,
  describedKey,
  eventSelectors,
  recorderStatus,
  regions,
  ssoInstances,
  subscriptions,
  trailStatus,
} from './regional.ts';
import { accountSummary, virtualMfaDevices } from './root.ts';
import { accessKeyLastUsed, accessKeys, serverCertificates, users } from './users.ts';

/** service:Operation → who answers it. Everything else is the emulator's. */
export const ANSWERERS: Readonly<Record<string, Answerer>> = {
  'access-analyzer:ListAnalyzers': analyzers,
  'account:GetContactInformation': contactInformation,
  'cloudtrail:GetEventSelectors': eventSelectors,
  'cloudtrail:GetTrailStatus': trailStatus,
  'config:DescribeConfigurationRecorderStatus': recorderStatus,
  'ec2:DescribeRegions': regions,
  'iam:GetAccessKeyLastUsed': accessKeyLastUsed,
  'iam:GetAccountSummary': accountSummary,
  'iam:GetCredentialReport': credentialReport,
  'iam:GetUser': users,
  'iam:ListAccessKeys': accessKeys,
  'iam:ListServerCertificates': serverCertificates,
  'iam:ListUsers': users,
  'iam:ListVirtualMFADevices': virtualMfaDevices,
  'kms:DescribeKey': describedKey,
  's3:GetBucketEncryption': bucketEncryption,
  'sns:ListSubscriptions': subscriptions,
  'sns:ListSubscriptionsByTopic': subscriptions,
  'sso:ListInstances': ssoInstances,
};

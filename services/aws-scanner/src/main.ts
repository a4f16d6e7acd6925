import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { awsDoor } from '@cis-scan/access/aws';
import { EVENT_SOURCE } from '@cis-scan/contracts';
import {
  consume,
  createBus,
  createLogger,
  createTaskProtection,
  lifecycle,
  platformClientConfig,
  serveHealth,
} from '@cis-scan/runtime';
import { jobHandler, s3Rows } from '@cis-scan/scanner';
import { scannerConfig } from './config.ts';
import { BRISK, POLITE } from './connect.ts';
import { awsProvider } from './provider.ts';

const log = createLogger('aws-scanner');
const life = lifecycle(log);
const config = scannerConfig();
const platform = platformClientConfig();

if (config.HEALTH_PORT !== undefined) {
  const health = await serveHealth({ port: config.HEALTH_PORT, live: () => true, ready: () => !life.signal.aborted });
  life.onStop('health', () => health.close());
}
const consuming = consume({
  sqs: new SQSClient(platform),
  queueUrl: config.AWS_JOBS_QUEUE_URL,
  consumers: config.SCANNER_CONSUMERS,
  visibilitySeconds: config.JOB_VISIBILITY_SECONDS,
  heartbeatSeconds: config.JOB_VISIBILITY_SECONDS / 3,
  log,
  protection: createTaskProtection({ agentUri: config.ECS_AGENT_URI, log }),
  handle: jobHandler({
    provider: awsProvider({
      kms: new KMSClient(platform),
      door: awsDoor(),
      pace: config.USE_RATE_LIMITER ? POLITE : BRISK,
    }),
    bus: createBus({
      client: new EventBridgeClient(platform),
      busName: config.EVENT_BUS_NAME,
      source: EVENT_SOURCE,
    }),
    rows: s3Rows(new S3Client(platform), config.STORE_BUCKET),
    log,
    targetTimeLimitSeconds: config.TARGET_TIME_LIMIT_SECONDS,
  }),
});
life.onStop('queue', () => consuming.stop());
log.info('aws-scanner started');

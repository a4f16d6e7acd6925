import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { EVENT_SOURCE } from '@cis-scan/contracts';
import { consume, createBus, createLogger, lifecycle, platformClientConfig, serveHealth } from '@cis-scan/runtime';
import { reporterTable } from '@cis-scan/scan-table';
import { reporterConfig } from './config.ts';
import { addressOf, smtp } from './delivery/smtp.ts';
import { reporterHandle, type HandleContext } from './handle.ts';
import { observe } from './observe.ts';
import { render } from './render.ts';
import { s3Store } from './s3-store.ts';
import { startTicking } from './tick.ts';

const log = createLogger('reporter');
const life = lifecycle(log);
const config = reporterConfig();
const platform = platformClientConfig();

const bus = createBus({
  client: new EventBridgeClient(platform),
  busName: config.EVENT_BUS_NAME,
  source: EVENT_SOURCE,
});
const context: HandleContext = {
  table: reporterTable(DynamoDBDocumentClient.from(new DynamoDBClient(platform)), config.DB_TABLE_NAME),
  store: s3Store(new S3Client(platform), config.STORE_BUCKET, config.TEMP_PATH),
  bus,
  render,
  observe,
  now: () => new Date(),
  log,
};
const post = {
  fromAddress: addressOf(config.FROM_ADDR),
  leaseMs: config.MAIL_LEASE_SECONDS * 1000,
  send: smtp({
    host: config.MAIL_SERVER,
    port: config.MAIL_PORT,
    useSsl: config.MAIL_USE_SSL,
    useTls: config.MAIL_USE_TLS,
    username: config.MAIL_USERNAME,
    password: config.MAIL_PASSWORD,
    from: config.FROM_ADDR,
  }),
};

if (config.HEALTH_PORT !== undefined) {
  const health = await serveHealth({ port: config.HEALTH_PORT, live: () => true, ready: () => !life.signal.aborted });
  life.onStop('health', () => health.close());
}
const consuming = consume({
  sqs: new SQSClient(platform),
  queueUrl: config.REPORTER_QUEUE_URL,
  consumers: config.REPORTER_CONSUMERS,
  visibilitySeconds: config.EVENT_VISIBILITY_SECONDS,
  heartbeatSeconds: config.EVENT_VISIBILITY_SECONDS / 3,
  log,
  handle: reporterHandle(context, post),
});
life.onStop('queue', () => consuming.stop());
life.onStop('ticks', startTicking(bus, config.TICK_SECONDS, log));
log.info('reporter started');

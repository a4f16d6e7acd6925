import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { awsDoor } from '@cis-scan/access/aws';
import { createLogger, lifecycle, platformClientConfig } from '@cis-scan/runtime';
import { scannerConfig, serveScanner } from '@cis-scan/scanner';
import { BRISK, POLITE } from './connect.ts';
import { awsProvider } from './provider.ts';

const log = createLogger('aws-scanner');
const life = lifecycle(log);
const config = scannerConfig('AWS_JOBS_QUEUE_URL');
const platform = platformClientConfig();

await serveScanner({
  config,
  log,
  life,
  sqs: new SQSClient(platform),
  events: new EventBridgeClient(platform),
  s3: new S3Client(platform),
  provider: awsProvider({
    kms: new KMSClient(platform),
    door: awsDoor(),
    pace: config.USE_RATE_LIMITER ? POLITE : BRISK,
  }),
});
log.info('aws-scanner started');

import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { m365Doors } from '@cis-scan/access/m365';
import { createLogger, lifecycle, platformClientConfig } from '@cis-scan/runtime';
import { scannerConfig, serveScanner } from '@cis-scan/scanner';
import { BRISK, POLITE } from './pace.ts';
import { m365Provider } from './provider.ts';

const log = createLogger('o365-scanner');
const life = lifecycle(log);
const config = scannerConfig('O365_JOBS_QUEUE_URL');
const platform = platformClientConfig();

await serveScanner({
  config,
  log,
  life,
  sqs: new SQSClient(platform),
  events: new EventBridgeClient(platform),
  s3: new S3Client(platform),
  provider: m365Provider({
    kms: new KMSClient(platform),
    doors: m365Doors(),
    pace: config.USE_RATE_LIMITER ? POLITE : BRISK,
  }),
});
log.info('o365-scanner started');

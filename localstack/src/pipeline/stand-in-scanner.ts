import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { EVENT_SOURCE, type Finding } from '@cis-scan/contracts';
import type { Plan } from '@cis-scan/engine';
import { consume, createBus, createLogger, lifecycle, platformClientConfig } from '@cis-scan/runtime';
import { jobHandler, s3Rows, type ScanProvider } from '@cis-scan/scanner';
import { sampleFinding, sampleHeader } from './samples.ts';

/**
 * A scanner with the real job loop and a made-up provider, as a process of its own that tests may kill. Each question is
 * a chunk. HANG_AFTER: after so many findings nothing more comes.
 */
const env = process.env;
const controls = ['1.1', '1.2', '1.3', '1.4', '1.5'];
const hangAfter = Number(env['HANG_AFTER'] ?? Infinity);

const provider: ScanProvider = {
  plan: async () => ({ questions: controls }) as unknown as Plan,
  open: async () => ({
    header: sampleHeader(),
    warnings: [],
    close: () => {},
    async *scan(): AsyncGenerator<Finding> {
      for (const [i, control] of controls.entries()) {
        if (i >= hangAfter) await new Promise(() => {});
        yield sampleFinding(control);
      }
    },
  }),
};

const log = createLogger('stand-in');
const life = lifecycle(log);
const platform = platformClientConfig();
const visibilitySeconds = Number(env['VISIBILITY_SECONDS']);
const consuming = consume({
  sqs: new SQSClient(platform),
  queueUrl: env['AWS_JOBS_QUEUE_URL'] ?? '',
  consumers: 2,
  visibilitySeconds,
  heartbeatSeconds: visibilitySeconds / 3,
  waitSeconds: 1,
  graceSeconds: 0.5,
  log,
  handle: jobHandler({
    provider,
    bus: createBus({
      client: new EventBridgeClient(platform),
      busName: env['EVENT_BUS_NAME'] ?? '',
      source: EVENT_SOURCE,
    }),
    rows: s3Rows(new S3Client(platform), env['STORE_BUCKET'] ?? ''),
    log,
    targetTimeLimitSeconds: 600,
    limits: { bytes: 1, milliseconds: 10 },
  }),
});
life.onStop('queue', () => consuming.stop());
log.info('started');

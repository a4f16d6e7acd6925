import type { S3Client } from '@aws-sdk/client-s3';
import { EVENT_SOURCE } from '@cis-scan/contracts';
import {
  consume,
  createBus,
  createTaskProtection,
  serveHealth,
  type BusOptions,
  type ConsumeOptions,
  type Lifecycle,
  type Logger,
} from '@cis-scan/runtime';
import type { ScannerConfig } from './config.ts';
import { jobHandler } from './job-loop.ts';
import type { ScanProvider } from './provider.ts';
import { s3Rows } from './rows.ts';

export interface ServeOptions {
  readonly config: ScannerConfig;
  readonly provider: ScanProvider;
  readonly log: Logger;
  readonly life: Lifecycle;
  /** Clients of our own platform. */
  readonly sqs: ConsumeOptions['sqs'];
  readonly events: BusOptions['client'];
  readonly s3: S3Client;
}

/** A scanner as a service: takes jobs from its queue until the process is told to end. */
export async function serveScanner({ config, provider, log, life, sqs, events, s3 }: ServeOptions): Promise<void> {
  if (config.HEALTH_PORT !== undefined) {
    const health = await serveHealth({ port: config.HEALTH_PORT, live: () => true, ready: () => !life.signal.aborted });
    life.onStop('health', () => health.close());
  }
  const consuming = consume({
    sqs,
    queueUrl: config.queueUrl,
    consumers: config.SCANNER_CONSUMERS,
    visibilitySeconds: config.JOB_VISIBILITY_SECONDS,
    heartbeatSeconds: config.JOB_VISIBILITY_SECONDS / 3,
    log,
    protection: createTaskProtection({ agentUri: config.ECS_AGENT_URI, log }),
    handle: jobHandler({
      provider,
      bus: createBus({ client: events, busName: config.EVENT_BUS_NAME, source: EVENT_SOURCE }),
      rows: s3Rows(s3, config.STORE_BUCKET),
      log,
      targetTimeLimitSeconds: config.TARGET_TIME_LIMIT_SECONDS,
    }),
  });
  life.onStop('queue', () => consuming.stop());
}

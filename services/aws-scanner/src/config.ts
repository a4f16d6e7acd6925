import { readConfig } from '@cis-scan/runtime';
import { Type } from 'typebox';

const Schema = Type.Object({
  AWS_JOBS_QUEUE_URL: Type.String({ minLength: 1 }),
  EVENT_BUS_NAME: Type.String({ minLength: 1 }),
  STORE_BUCKET: Type.String({ minLength: 1 }),
  /** Our pace towards the scanned account: gentle instead of quick. */
  USE_RATE_LIMITER: Type.Boolean({ default: false }),
  TARGET_TIME_LIMIT_SECONDS: Type.Number({ exclusiveMinimum: 0, default: 1800 }),
  /** Accounts in work at once. */
  SCANNER_CONSUMERS: Type.Integer({ minimum: 1, maximum: 64, default: 3 }),
  /** How long a job of a scanner that died stays hidden from the others. */
  JOB_VISIBILITY_SECONDS: Type.Integer({ minimum: 1, maximum: 43_200, default: 60 }),
  HEALTH_PORT: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_535 })),
  /** Set by the orchestrator where it offers task protection. */
  ECS_AGENT_URI: Type.Optional(Type.String({ minLength: 1 })),
});

/** The scanner's settings. Throws a ConfigError that names everything that must be set. */
export const scannerConfig = (env?: Readonly<Record<string, string | undefined>>) => readConfig(Schema, env);

import { readConfig } from '@cis-scan/runtime';
import { Type, type Static } from 'typebox';

const Settings = Type.Object({
  EVENT_BUS_NAME: Type.String({ minLength: 1 }),
  STORE_BUCKET: Type.String({ minLength: 1 }),
  /** Our pace towards the scanned target: gentle instead of quick. */
  USE_RATE_LIMITER: Type.Boolean({ default: false }),
  TARGET_TIME_LIMIT_SECONDS: Type.Number({ exclusiveMinimum: 0, default: 1800 }),
  /** Targets in work at once. */
  SCANNER_CONSUMERS: Type.Integer({ minimum: 1, maximum: 64, default: 3 }),
  /** How long a job of a scanner that died stays hidden from the others. */
  JOB_VISIBILITY_SECONDS: Type.Integer({ minimum: 1, maximum: 43_200, default: 60 }),
  HEALTH_PORT: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_535 })),
  /** Set by the orchestrator where it offers task protection. */
  ECS_AGENT_URI: Type.Optional(Type.String({ minLength: 1 })),
});

export interface ScannerConfig extends Static<typeof Settings> {
  /** Where the provider's jobs come from. */
  readonly queueUrl: string;
}

/**
 * The settings of a scanner, whose queue is named by the variable `queue`. Throws a ConfigError that names everything
 * that must be set.
 */
export function scannerConfig(
  queue: `${string}_JOBS_QUEUE_URL`,
  env?: Readonly<Record<string, string | undefined>>,
): ScannerConfig {
  const schema = Type.Object({ ...Settings.properties, [queue]: Type.String({ minLength: 1 }) });
  const read = readConfig(schema, env) as Static<typeof Settings> & Readonly<Record<string, unknown>>;
  return { ...read, queueUrl: String(read[queue]) };
}

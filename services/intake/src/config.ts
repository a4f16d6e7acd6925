import { readConfig } from '@cis-scan/runtime';
import { Type } from 'typebox';

const Schema = Type.Object({
  PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 3000 }),
  HOST: Type.String({ default: '0.0.0.0' }),
  DB_TABLE_NAME: Type.String({ minLength: 1 }),
  STORE_BUCKET: Type.String({ minLength: 1 }),
  AWS_JOBS_QUEUE_URL: Type.String({ minLength: 1 }),
  O365_JOBS_QUEUE_URL: Type.String({ minLength: 1 }),
  SEAL_KEY_ID: Type.String({ minLength: 1 }),
  PLATFORM_ACCOUNT_ID: Type.String({ pattern: '^\\d{12}$' }),
  SCAN_ROLE_PATTERN: Type.String({ default: '*' }),
  SCAN_DEADLINE_SECONDS: Type.Integer({ minimum: 60, default: 21_600 }),
  PUBLIC_URL: Type.String({ default: '' }),
  MAX_REQUESTS_PER_MINUTE: Type.Integer({ minimum: 1, default: 120 }),
  MAX_TARGETS_IN_FLIGHT: Type.Integer({ minimum: 1, default: 500 }),
});

export type Config = Type.Static<typeof Schema>;

/** Intake's settings. Throws one ConfigError that names everything to be set or mended. */
export function intakeConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const config = readConfig(Schema, env);
  return { ...config, PUBLIC_URL: config.PUBLIC_URL.replace(/\/+$/, '') };
}

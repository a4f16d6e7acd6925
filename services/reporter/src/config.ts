import { readConfig, SecretText } from '@cis-scan/runtime';
import { Type } from 'typebox';

const Schema = Type.Object({
  DB_TABLE_NAME: Type.String({ minLength: 1 }),
  REPORTER_QUEUE_URL: Type.String({ minLength: 1 }),
  EVENT_BUS_NAME: Type.String({ minLength: 1 }),
  STORE_BUCKET: Type.String({ minLength: 1 }),
  TEMP_PATH: Type.String({ minLength: 1, default: '/tmp' }),
  MAIL_SERVER: Type.String({ minLength: 1 }),
  MAIL_PORT: Type.Integer({ minimum: 1, maximum: 65_535 }),
  MAIL_USE_SSL: Type.Boolean({ default: false }),
  MAIL_USE_TLS: Type.Boolean({ default: false }),
  MAIL_USERNAME: Type.Optional(Type.String()),
  MAIL_PASSWORD: Type.Optional(SecretText()),
  FROM_ADDR: Type.String({ minLength: 3, pattern: '^[^\\r\\n]+@[^\\r\\n]+$' }),
  REPORTER_CONSUMERS: Type.Integer({ minimum: 1, maximum: 64, default: 4 }),
  /** How long an event stays with a reporter that died. */
  EVENT_VISIBILITY_SECONDS: Type.Integer({ minimum: 1, maximum: 43_200, default: 60 }),
  /** How long a mail stays with a reporter that died; longer than any try can take. */
  MAIL_LEASE_SECONDS: Type.Integer({ minimum: 1, default: 300 }),
  TICK_SECONDS: Type.Number({ exclusiveMinimum: 0, default: 30 }),
  HEALTH_PORT: Type.Optional(Type.Integer({ minimum: 0, maximum: 65_535 })),
});

/** The reporter's settings. @throws ConfigError that names everything that must be set */
export const reporterConfig = (env?: Readonly<Record<string, string | undefined>>) => readConfig(Schema, env);
export type ReporterConfig = ReturnType<typeof reporterConfig>;

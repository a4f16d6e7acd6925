import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  adminTable,
  intakeTable,
  recipientIdOf,
  reporterTable,
  type AdminTable,
  type IntakeTable,
  type MailItem,
  type Outcome,
  type ReporterTable,
  type StoredReport,
} from '@cis-scan/scan-table';
import { startEmulator } from '../emulator.ts';
import { provision } from '../provision.ts';

/** The scan table on an emulator of its own, as each of its users has it. */
export interface Tables {
  readonly doc: DynamoDBDocumentClient;
  readonly table: string;
  readonly intake: IntakeTable;
  readonly reporter: ReporterTable;
  readonly admin: AdminTable;
  stop(): Promise<void>;
}

/** Starts an emulator with the table in it. */
export async function startTables(): Promise<Tables> {
  const emulator = await startEmulator();
  const env = await provision({ endpoint: emulator.url });
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, DB_TABLE_NAME: table } = env;
  if (!AWS_REGION || !AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY || !AWS_SESSION_TOKEN || !table) {
    throw new Error('provision() left something out');
  }
  const client = new DynamoDBClient({
    region: AWS_REGION,
    endpoint: emulator.url,
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      sessionToken: AWS_SESSION_TOKEN,
    },
  });
  const doc = DynamoDBDocumentClient.from(client);
  return {
    doc,
    table,
    intake: intakeTable(doc, table),
    reporter: reporterTable(doc, table),
    admin: adminTable(doc, table),
    async stop() {
      client.destroy();
      await emulator.stop();
    },
  };
}

export const NOW = new Date('2026-01-01T00:10:00.000Z');
export const EXPIRES = 4_000_000_000;
export const attempt = (scanId: string, targetId = 0, attemptId = 'a1') => ({
  scanId,
  targetId,
  attemptId,
  expiresAt: EXPIRES,
});
export const completed = (attemptId: string): Outcome => ({ kind: 'completed', attemptId });
export const failed = (reason: string): Outcome => ({ kind: 'failed', reason, detail: 'A sentence.' });
export const outcomes = (...list: readonly Outcome[]) => new Map(list.map((outcome, targetId) => [targetId, outcome]));

const file = { key: 'reports/x', bytes: 1 };
export const report: StoredReport = {
  status: 'completed',
  html: file,
  csv: file,
  json: file,
  storedAt: '2026-01-01T00:11:00.000Z',
};
/** A mail that waits to be sent. */
export const mail = (scanId: string): MailItem => ({
  scanId,
  recipientId: recipientIdOf('someone@example.com'),
  email: 'someone@example.com',
  state: 'pending',
  detail: null,
  tries: 0,
  lease: null,
  due: NOW.toISOString(),
  createdAt: NOW.toISOString(),
  updatedAt: NOW.toISOString(),
});

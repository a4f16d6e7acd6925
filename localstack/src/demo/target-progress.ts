import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { platformClientConfig } from '@cis-scan/runtime';
import { intakeTable, scanIdOf, statusOf } from '@cis-scan/scan-table';
import type { TargetProgress } from './progress.ts';

/** Reads how far each target is. */
export interface TargetProgressReader {
  read(): Promise<readonly TargetProgress[]>;
  close(): void;
}

/**
 * The API counts questions over all targets; for a bar per target the demo, which is on the same machine as the table,
 * reads the attempts' own counts.
 */
export function targetProgress(
  env: Readonly<Record<string, string>>,
  caller: string,
  requestId: string,
): TargetProgressReader {
  const [accessKeyId = '', secretAccessKey = '', sessionToken = ''] = [
    env['AWS_ACCESS_KEY_ID'],
    env['AWS_SECRET_ACCESS_KEY'],
    env['AWS_SESSION_TOKEN'],
  ];
  const credentials = { accessKeyId, secretAccessKey, sessionToken };
  const client = new DynamoDBClient({ ...platformClientConfig(env), credentials });
  const table = intakeTable(DynamoDBDocumentClient.from(client), env['DB_TABLE_NAME'] ?? '');
  return {
    async read() {
      const items = await table.readScan(scanIdOf(caller, requestId));
      if (items === null) return [];
      return statusOf(items).targets.map(({ targetId, account, status }) => {
        const attempts = items.attempts.filter((attempt) => attempt.targetId === targetId);
        const furthest = attempts.sort((a, b) => b.answered - a.answered)[0];
        return { label: account, status, done: furthest?.answered ?? 0, total: furthest?.planned ?? null };
      });
    },
    close: () => client.destroy(),
  };
}

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { attemptWriter } from './attempts.ts';
import { mailWriter } from './mails.ts';
import { outcomeWriter } from './outcomes.ts';
import type { ReporterTable } from './table.ts';

/** The table as the reporter uses it. */
export const reporterTable = (doc: DynamoDBDocumentClient, table: string): ReporterTable => ({
  ...attemptWriter(doc, table),
  ...outcomeWriter(doc, table),
  ...mailWriter(doc, table),
});

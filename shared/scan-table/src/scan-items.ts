import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { attemptCodec } from './codecs/attempt.ts';
import { mailCodec } from './codecs/mail.ts';
import { requestCodec } from './codecs/request.ts';
import { stateCodec } from './codecs/state.ts';
import { targetCodec } from './codecs/target.ts';
import { fieldsOf, type Fields } from './fields.ts';
import type { ScanItems } from './items.ts';
import { scanPartition } from './keys.ts';
import { queryAll } from './query.ts';

const kindOf = (fields: Fields): string => fieldsOf('item', fields).text('sk').split('#', 1)[0] ?? '';

/** Sorts the raw items of one scan into their types; `null` when REQUEST or STATE is missing (never there, or deleted). */
export function scanItemsOf(raw: readonly Fields[]): ScanItems | null {
  const of = (kind: string): readonly Fields[] => raw.filter((fields) => kindOf(fields) === kind);
  const request = of('REQUEST')[0];
  const state = of('STATE')[0];
  if (!request || !state) return null;
  return {
    request: requestCodec.decode(request),
    queued: of('QUEUED').length > 0,
    state: stateCodec.decode(state),
    targets: of('TARGET')
      .map(targetCodec.decode)
      .sort((a, b) => a.targetId - b.targetId),
    attempts: of('ATTEMPT').map(attemptCodec.decode),
    mails: of('MAIL').map(mailCodec.decode),
  };
}

/** Every item of a scan, consistently read, over all pages; `null` when there is no such scan. */
export async function readScan(doc: DynamoDBDocumentClient, table: string, scanId: string): Promise<ScanItems | null> {
  return scanItemsOf(await rawItems(doc, table, scanId));
}

/** The raw items of a scan, also what a broken-off deletion left. */
export const rawItems = (doc: DynamoDBDocumentClient, table: string, scanId: string): Promise<readonly Fields[]> =>
  queryAll(doc, {
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': scanPartition(scanId) },
  });

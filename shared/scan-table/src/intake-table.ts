import {
  DeleteCommand,
  GetCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { apiKeyCodec } from './codecs/api-key.ts';
import { requestCodec } from './codecs/request.ts';
import { stateCodec } from './codecs/state.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { fieldsOf } from './fields.ts';
import type { KeyItem, RequestItem, ScanItems } from './items.ts';
import { apiKeyKey, CALLER_INDEX, limitKey, openPartition, queuedKey, requestKey, stateKey } from './keys.ts';
import { queryAll } from './query.ts';
import { rawItems, readScan } from './scan-items.ts';
import { transact } from './transact.ts';

export type PutRequest =
  { readonly created: true } | { readonly created: false; readonly existing: RequestItem; readonly queued: boolean };

/** What intake may do with the table: it writes REQUEST, QUEUED, LIMIT and the newborn STATE, and reads the rest. */
export interface IntakeTable {
  /** REQUEST and STATE together, if there is no such scan yet; else what stands there. */
  putRequest(request: RequestItem): Promise<PutRequest>;
  /** Every job of the scan is on its queue. Writes nothing when the scan was deleted meanwhile. */
  putQueued(scanId: string, expiresAt: number): Promise<void>;
  /** Takes a scan away; late events find no STATE and write nothing. `false` when there was nothing. */
  deleteScan(scanId: string): Promise<boolean>;
  /** A caller's scans, newest first. @throws CursorError */
  scansOf(
    caller: string,
    page: { readonly limit: number; readonly cursor: string | null },
  ): Promise<{ readonly items: readonly RequestItem[]; readonly next: string | null }>;
  readScan(scanId: string): Promise<ScanItems | null>;
  /** Targets without an outcome, over the caller's scans that have no report yet. Read from an index, so a moment old. */
  openTargets(caller: string): Promise<number>;
  /** Counts a request of the running minute and says how many it were with this one. */
  countRequest(caller: string, now: Date): Promise<number>;
  keyOf(keyId: string): Promise<KeyItem | null>;
}

const ABSENT = 'attribute_not_exists(pk)';
/** How long a minute's counter is kept, in seconds. */
const LIMIT_KEPT = 600;

/** The table as intake uses it. Conditions decide, never client tokens: those are forgotten after ten minutes. */
export function intakeTable(doc: DynamoDBDocumentClient, table: string): IntakeTable {
  const get = async (Key: { pk: string; sk: string }) =>
    (await doc.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;
  const remove = (Key: { pk: string; sk: string }) => doc.send(new DeleteCommand({ TableName: table, Key }));

  return {
    async putRequest(request) {
      for (let attempt = 1; ; attempt += 1) {
        const unmet = await transact(doc, [
          { Put: { TableName: table, Item: requestCodec.encode(request), ConditionExpression: ABSENT } },
          { Put: { TableName: table, Item: stateCodec.newborn(request), ConditionExpression: ABSENT } },
        ]);
        if (unmet.size === 0) return { created: true };
        const [existing, state, queued] = await Promise.all([
          get(requestKey(request.scanId)),
          get(stateKey(request.scanId)),
          get(queuedKey(request.scanId)),
        ]);
        if (existing && state) {
          return { created: false, existing: requestCodec.decode(existing), queued: queued !== undefined };
        }
        // A deletion was broken off, or goes on right now: bring it to its end, then the place is free.
        if (attempt >= 5) throw new Error('the scan is being deleted');
        await this.deleteScan(request.scanId);
      }
    },

    async putQueued(scanId, expiresAt) {
      await transact(doc, [
        { ConditionCheck: { TableName: table, Key: stateKey(scanId), ConditionExpression: 'attribute_exists(pk)' } },
        { Put: { TableName: table, Item: { ...queuedKey(scanId), scanId, expiresAt } } },
      ]);
    },

    async deleteScan(scanId) {
      // STATE first: whoever writes for this scan asks for it. REQUEST last: while it stands the id is not free, so a
      // new scan never finds the old one's items.
      await remove(stateKey(scanId));
      let found = false;
      for (;;) {
        const rest = await rawItems(doc, table, scanId);
        found ||= rest.length > 0;
        const keys = rest.map((fields) => ({ pk: fieldsOf('item', fields).text('pk'), sk: String(fields['sk']) }));
        const others = keys.filter(({ sk }) => sk !== 'REQUEST');
        if (others.length === 0) break;
        await Promise.all(others.map(remove));
      }
      await remove(requestKey(scanId));
      return found;
    },

    async scansOf(caller, { limit, cursor }) {
      const page = await doc.send(
        new QueryCommand({
          TableName: table,
          IndexName: CALLER_INDEX,
          KeyConditionExpression: 'caller = :caller',
          ExpressionAttributeValues: { ':caller': caller },
          ScanIndexForward: false,
          Limit: limit,
          ...(cursor !== null && { ExclusiveStartKey: { ...readCursor(cursor), caller } }),
        }),
      );
      const last = page.LastEvaluatedKey;
      const place = last && fieldsOf('cursor', last);
      return {
        items: (page.Items ?? []).map(requestCodec.decode),
        next: place
          ? writeCursor({ pk: place.text('pk'), sk: place.text('sk'), createdAt: place.text('createdAt') })
          : null,
      };
    },

    readScan: (scanId) => readScan(doc, table, scanId),

    async openTargets(caller) {
      const open = await queryAll(doc, {
        TableName: table,
        IndexName: CALLER_INDEX,
        KeyConditionExpression: 'caller = :open',
        ExpressionAttributeValues: { ':open': openPartition(caller) },
      });
      return open.map(stateCodec.decode).reduce((sum, { total, done }) => sum + total - done.size, 0);
    },

    async countRequest(caller, now) {
      const answer = await doc.send(
        new UpdateCommand({
          TableName: table,
          Key: limitKey(caller, now.toISOString().slice(0, 16)),
          UpdateExpression: 'ADD requests :one SET expiresAt = :expires',
          ExpressionAttributeValues: { ':one': 1, ':expires': Math.floor(now.getTime() / 1000) + LIMIT_KEPT },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return fieldsOf('LIMIT', answer.Attributes ?? {}).number('requests');
    },

    async keyOf(keyId) {
      const fields = await get(apiKeyKey(keyId));
      return fields ? apiKeyCodec.decode(fields) : null;
    },
  };
}

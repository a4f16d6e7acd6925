import { DeleteCommand, GetCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mailCodec } from '../codecs/mail.ts';
import { stateCodec } from '../codecs/state.ts';
import { targetCodec } from '../codecs/target.ts';
import type { StateItem } from '../items.ts';
import { DUE_PARTITION, mailKey, stateKey, targetKey } from '../keys.ts';
import { readScan } from '../scan-items.ts';
import { isConditionFailure, transact } from '../transact.ts';
import type { ReporterTable } from './table.ts';

const OPEN = 'attribute_exists(pk) AND attribute_not_exists(report)';

type Outcomes = Pick<
  ReporterTable,
  'readState' | 'readScan' | 'closeTarget' | 'addDone' | 'putReport' | 'announced' | 'dropMail'
>;

/** Steps 3 to 5 of the collecting protocol: targets get their outcomes, the scan its report. */
export function outcomeWriter(doc: DynamoDBDocumentClient, table: string): Outcomes {
  return {
    async readState(scanId) {
      const { Item } = await doc.send(
        new GetCommand({ TableName: table, Key: stateKey(scanId), ConsistentRead: true }),
      );
      return Item ? stateCodec.decode(Item) : null;
    },

    readScan: (scanId) => readScan(doc, table, scanId),

    async closeTarget(scanId, targetId, outcome, benchmarks, expiresAt, now) {
      const Item = targetCodec.encode(
        { scanId, targetId, outcome, benchmarks, updatedAt: now.toISOString() },
        expiresAt,
      );
      const completed = outcome.kind === 'completed';
      const unmet = await transact(doc, [
        // A report that says failed must never stand beside a target that says completed.
        { ConditionCheck: { TableName: table, Key: stateKey(scanId), ConditionExpression: OPEN } },
        {
          Put: {
            TableName: table,
            Item,
            ConditionExpression: `attribute_not_exists(pk)${completed ? ' OR outcome.kind = :failed' : ''}`,
            ...(completed && { ExpressionAttributeValues: { ':failed': 'failed' } }),
          },
        },
      ]);
      if (unmet.size === 0) return 'won';
      return unmet.has(0) ? 'ended' : 'lost';
    },

    async addDone(scanId, targetId) {
      try {
        const { Attributes } = await doc.send(
          new UpdateCommand({
            TableName: table,
            Key: stateKey(scanId),
            UpdateExpression: 'ADD done :target',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':target': new Set([targetId]) },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return stateCodec.decode(Attributes ?? {});
      } catch (error) {
        if (isConditionFailure(error)) return null;
        throw error;
      }
    },

    async putReport(scanId, report, outcomes, mails, expiresAt) {
      const unmet = await transact(doc, [
        {
          Update: {
            TableName: table,
            Key: stateKey(scanId),
            // Off the list of the caller's open scans; due at once, until somebody has announced the report.
            UpdateExpression: 'SET report = :report, due = :now, duePartition = :partition REMOVE caller, createdAt',
            ConditionExpression: OPEN,
            ExpressionAttributeValues: { ':report': report, ':now': report.storedAt, ':partition': DUE_PARTITION },
          },
        },
        ...[...outcomes].map(([targetId, outcome]) => ({
          ConditionCheck: {
            TableName: table,
            Key: targetKey(scanId, targetId),
            ConditionExpression: 'outcome = :outcome',
            ExpressionAttributeValues: { ':outcome': outcome },
          },
        })),
        ...mails.map((mail) => ({ Put: { TableName: table, Item: mailCodec.encode(mail, expiresAt) } })),
      ]);
      if (unmet.size === 0) return 'stored';
      return unmet.has(0) ? 'ended' : 'changed';
    },

    async announced(scanId) {
      try {
        await doc.send(
          new UpdateCommand({
            TableName: table,
            Key: stateKey(scanId),
            UpdateExpression: 'REMOVE due, duePartition',
            ConditionExpression: 'attribute_exists(report)',
          }),
        );
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
      }
    },

    async dropMail(scanId, recipientId) {
      await doc.send(new DeleteCommand({ TableName: table, Key: mailKey(scanId, recipientId) }));
    },
  };
}

/** Whether every target of the scan is noted as done. */
export const allDone = (state: StateItem): boolean => state.done.size === state.total;

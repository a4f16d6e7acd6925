import { GetCommand, UpdateCommand, type DynamoDBDocumentClient, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { attemptCodec } from '../codecs/attempt.ts';
import type { AttemptItem } from '../items.ts';
import { attemptKey } from '../keys.ts';
import { isConditionFailure } from '../transact.ts';
import type { AttemptRef, ReporterTable } from './table.ts';

interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly add?: Readonly<Record<string, unknown>>;
  readonly condition?: string;
}

/** An update of an ATTEMPT. Whichever event comes first makes the item, so every update carries what names it. */
function update(table: string, attempt: AttemptRef, now: Date, change: Change): UpdateCommandInput {
  const { scanId, targetId, attemptId, expiresAt } = attempt;
  const set = { scanId, targetId, attemptId, expiresAt, updatedAt: now.toISOString(), ...change.set };
  const names = Object.keys(set);
  const added = Object.keys(change.add ?? {});
  const all = { ...set, ...change.add };
  return {
    TableName: table,
    Key: attemptKey(scanId, targetId, attemptId),
    UpdateExpression: [
      `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}, startedAt = if_not_exists(startedAt, :updatedAt)`,
      ...(added.length > 0 ? [`ADD ${added.map((name) => `#${name} :${name}`).join(', ')}`] : []),
    ].join(' '),
    ExpressionAttributeNames: Object.fromEntries([...names, ...added].map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: Object.fromEntries(Object.entries(all).map(([name, value]) => [`:${name}`, value])),
    ReturnValues: 'ALL_NEW',
    ...(change.condition && { ConditionExpression: change.condition }),
  };
}

/** Steps 2 of the collecting protocol: what is known of an attempt grows, and every step answers with all of it. */
export function attemptWriter(
  doc: DynamoDBDocumentClient,
  table: string,
): Pick<ReporterTable, 'recordStarted' | 'recordChunk' | 'recordCompleted'> {
  const apply = async (input: UpdateCommandInput): Promise<AttemptItem> =>
    attemptCodec.decode((await doc.send(new UpdateCommand(input))).Attributes ?? {});

  return {
    async recordStarted(attempt, planned, now) {
      await apply(update(table, attempt, now, { set: { planned } }));
    },

    async recordChunk(attempt, chunk, questions, now) {
      // The set decides whether an attempt is whole. The number of answers is for the progress only, and grows in the
      // same step in which the chunk is new, so a chunk that comes twice does not count twice.
      const input = update(table, attempt, now, {
        add: { got: new Set([chunk]), answered: questions },
        condition: 'attribute_not_exists(#got) OR NOT contains(#got, :chunk)',
      });
      try {
        return await apply({
          ...input,
          ExpressionAttributeValues: { ...input.ExpressionAttributeValues, ':chunk': chunk },
        });
      } catch (error) {
        if (!isConditionFailure(error)) throw error;
        const Key = attemptKey(attempt.scanId, attempt.targetId, attempt.attemptId);
        const { Item } = await doc.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
        return attemptCodec.decode(Item ?? {});
      }
    },

    recordCompleted(attempt, { chunks, planned, header, warnings }, now) {
      return apply(update(table, attempt, now, { set: { want: chunks, planned, header, warnings } }));
    },
  };
}

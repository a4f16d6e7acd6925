import {
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { mailCodec } from '../codecs/mail.ts';
import { fieldsOf, type Fields } from '../fields.ts';
import type { MailItem } from '../items.ts';
import { DUE_INDEX, DUE_PARTITION, mailKey } from '../keys.ts';
import { isConditionFailure } from '../transact.ts';
import type { Due, ReporterTable } from './table.ts';

const dueOf = (fields: Fields): Due => {
  const of = fieldsOf('due item', fields);
  const scanId = of.text('scanId');
  return of.text('sk') === 'STATE'
    ? { kind: 'scan', scanId }
    : { kind: 'mail', scanId, recipientId: of.text('recipientId') };
};

/** What the sweeper does: it finds what is due, and takes mails by lease. */
export function mailWriter(
  doc: DynamoDBDocumentClient,
  table: string,
): Pick<ReporterTable, 'due' | 'leaseMail' | 'settleMail'> {
  /** The mail after the update, or `null` where its condition did not hold. */
  const update = async (input: Omit<UpdateCommandInput, 'TableName' | 'ReturnValues'>): Promise<MailItem | null> => {
    try {
      const answer = await doc.send(new UpdateCommand({ TableName: table, ReturnValues: 'ALL_NEW', ...input }));
      return mailCodec.decode(answer.Attributes ?? {});
    } catch (error) {
      if (isConditionFailure(error)) return null;
      throw error;
    }
  };

  return {
    async due(now, limit) {
      const { Items } = await doc.send(
        new QueryCommand({
          TableName: table,
          IndexName: DUE_INDEX,
          KeyConditionExpression: 'duePartition = :partition AND due <= :now',
          ExpressionAttributeValues: { ':partition': DUE_PARTITION, ':now': now.toISOString() },
          Limit: limit,
        }),
      );
      return (Items ?? []).map(dueOf);
    },

    leaseMail: (scanId, recipientId, lease, now, until) =>
      update({
        Key: mailKey(scanId, recipientId),
        // A lease is a due time in the future: who dies with it leaves the mail to the next one.
        UpdateExpression: 'SET lease = :lease, due = :until, updatedAt = :now ADD tries :one',
        ConditionExpression: 'mailState = :pending AND due <= :now',
        ExpressionAttributeValues: {
          ':lease': lease,
          ':until': until.toISOString(),
          ':now': now.toISOString(),
          ':pending': 'pending',
          ':one': 1,
        },
      }),

    async settleMail(mail, { state, detail, retryAt }, now) {
      const set = {
        mailState: state,
        detail,
        updatedAt: now.toISOString(),
        ...(retryAt && { due: retryAt.toISOString() }),
      };
      const names = Object.keys(set);
      const settled = await update({
        Key: mailKey(mail.scanId, mail.recipientId),
        UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')} REMOVE lease${retryAt ? '' : ', due, duePartition'}`,
        ConditionExpression: 'lease = :lease',
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`:${name}`, value])),
          ':lease': mail.lease,
        },
      });
      return settled !== null;
    },
  };
}

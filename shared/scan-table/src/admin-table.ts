import { PutCommand, ScanCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { apiKeyCodec } from './codecs/api-key.ts';
import type { KeyItem } from './items.ts';
import { apiKeyKey } from './keys.ts';
import { isConditionFailure } from './transact.ts';

/** What a caller may be called: it becomes part of keys of the table and of session names. */
export const CALLER_NAME = /^[A-Za-z0-9._-]{1,64}$/;

/** What the administrator's command may do: it writes the API keys. */
export interface AdminTable {
  /** Stores a new key. Throws when the caller's name or the id will not do. */
  putKey(key: KeyItem): Promise<void>;
  /** All keys, revoked ones too. Walks the whole table: for a person at a terminal. */
  listKeys(): Promise<readonly KeyItem[]>;
  /** `false` when there is no such key. A second revocation keeps the first one's time. */
  revokeKey(keyId: string, now: Date): Promise<boolean>;
}

export function adminTable(doc: DynamoDBDocumentClient, table: string): AdminTable {
  return {
    async putKey(key) {
      if (!CALLER_NAME.test(key.caller)) {
        throw new Error('a caller is named by up to 64 letters, digits, dots, underscores and hyphens');
      }
      await doc.send(
        new PutCommand({
          TableName: table,
          Item: apiKeyCodec.encode(key),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },

    async listKeys() {
      const keys: KeyItem[] = [];
      let start: Record<string, unknown> | undefined;
      do {
        const page = await doc.send(
          new ScanCommand({
            TableName: table,
            FilterExpression: 'sk = :key',
            ExpressionAttributeValues: { ':key': 'KEY' },
            ...(start && { ExclusiveStartKey: start }),
          }),
        );
        keys.push(...(page.Items ?? []).map(apiKeyCodec.decode));
        start = page.LastEvaluatedKey;
      } while (start);
      return keys.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    },

    async revokeKey(keyId, now) {
      try {
        await doc.send(
          new UpdateCommand({
            TableName: table,
            Key: apiKeyKey(keyId),
            UpdateExpression: 'SET revokedAt = if_not_exists(revokedAt, :now)',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':now': now.toISOString() },
          }),
        );
        return true;
      } catch (error) {
        if (isConditionFailure(error)) return false;
        throw error;
      }
    },
  };
}

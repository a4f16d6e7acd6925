import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { platformClientConfig, readConfig } from '@cis-scan/runtime';
import { adminTable, type AdminTable } from '@cis-scan/scan-table';
import { Type } from 'typebox';
import { createKey } from './api-keys/manage.ts';

const USAGE = `API keys of the scan service. Needs AWS_REGION and DB_TABLE_NAME.

  admin.ts create --caller NAME [--days N] [--recipient-domain DOMAIN]...
  admin.ts list
  admin.ts revoke KEY_ID

The key is printed once, by create; afterwards only its hash exists.`;

const DAY_MS = 86_400_000;

class UsageError extends Error {}

function daysFromNow(days: string | undefined): string | null {
  if (days === undefined) return null;
  if (!/^[1-9]\d{0,4}$/.test(days)) throw new UsageError('--days must be a whole number above 0');
  return new Date(Date.now() + Number(days) * DAY_MS).toISOString();
}

async function run(table: AdminTable, args: readonly string[]): Promise<unknown> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      caller: { type: 'string' },
      days: { type: 'string' },
      'recipient-domain': { type: 'string', multiple: true },
    },
  });
  const [command, keyId] = positionals;
  if (command === 'create' && values.caller !== undefined) {
    const recipientDomains = values['recipient-domain'] ?? null;
    const { key, item } = await createKey(table, {
      caller: values.caller,
      validUntil: daysFromNow(values.days),
      recipientDomains,
    });
    const { keyId: id, caller, externalId, validUntil } = item;
    return { key: key.reveal(), keyId: id, caller, externalId, validUntil, recipientDomains };
  }
  if (command === 'list') {
    const keys = await table.listKeys();
    return keys.map(({ keyId: id, caller, externalId, createdAt, validUntil, recipientDomains, revokedAt }) => ({
      keyId: id,
      caller,
      externalId,
      createdAt,
      validUntil,
      recipientDomains,
      revokedAt,
    }));
  }
  if (command === 'revoke' && keyId !== undefined) {
    if (!(await table.revokeKey(keyId, new Date()))) throw new UsageError(`there is no key ${keyId}`);
    return { keyId, revoked: true };
  }
  throw new UsageError(USAGE);
}

const dynamodb = new DynamoDBClient(platformClientConfig());
try {
  const { DB_TABLE_NAME } = readConfig(Type.Object({ DB_TABLE_NAME: Type.String({ minLength: 1 }) }));
  const table = adminTable(DynamoDBDocumentClient.from(dynamodb), DB_TABLE_NAME);
  console.log(JSON.stringify(await run(table, process.argv.slice(2)), null, 2));
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  dynamodb.destroy();
}

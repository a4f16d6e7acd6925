import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openRights } from '@cis-scan/access';
import { createLogger } from '@cis-scan/runtime';
import { format, resolveConfig } from 'prettier';
import { createApp } from './app.ts';
import { intakeConfig } from './config.ts';
import { connect } from './parts.ts';

export const OPENAPI_FILE = fileURLToPath(new URL('../../../docs/openapi.json', import.meta.url));

/** Nothing is called while the document is made, so these need not exist. */
const PLACEHOLDERS = {
  AWS_REGION: 'eu-west-1',
  DB_TABLE_NAME: 'table',
  STORE_BUCKET: 'bucket',
  AWS_JOBS_QUEUE_URL: 'https://queue.invalid/aws.fifo',
  O365_JOBS_QUEUE_URL: 'https://queue.invalid/o365.fifo',
  SEAL_KEY_ID: 'key',
  PLATFORM_ACCOUNT_ID: '999999999999',
};

/** The OpenAPI document of the API as text, formatted like the rest of the tree. */
export async function openapi(): Promise<string> {
  const parts = connect(intakeConfig(PLACEHOLDERS), { env: PLACEHOLDERS, rights: openRights() });
  const app = await createApp(parts, createLogger('openapi'));
  try {
    await app.ready();
    const options = await resolveConfig(OPENAPI_FILE);
    return await format(JSON.stringify(app.swagger()), { ...options, parser: 'json' });
  } finally {
    await app.close();
    parts.close();
  }
}

if (import.meta.main) await writeFile(OPENAPI_FILE, await openapi());

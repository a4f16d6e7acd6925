/**
 * Provisions the platform inside docker-compose, makes an API key, and writes the services' environment to the file that
 * ENV_FILE names (node --env-file reads it). Prints the key and the caller's external id.
 */
import { writeFileSync } from 'node:fs';
import { provision } from '../provision.ts';
import { createApiKey } from '../stack/api-key.ts';
import { untilUp } from './retry.ts';

const endpoint = process.env['AWS_ENDPOINT_URL'] ?? 'http://aws:4566';
const env = await untilUp(endpoint, () => provision({ endpoint }));
const { key, externalId } = await createApiKey('local', { ...process.env, ...env });
const lines = Object.entries({ ...env, CALLER_EXTERNAL_ID: externalId }).map(([name, value]) => `${name}=${value}`);
writeFileSync(process.env['ENV_FILE'] ?? '/run/cis-scan/env', `${lines.join('\n')}\n`, { mode: 0o644 });
process.stdout.write(`${JSON.stringify({ api: 'http://127.0.0.1:3000', key, externalId })}\n`);

import { Readable } from 'node:stream';
import { openRights } from '@cis-scan/access';
import { parseRole } from '@cis-scan/access/aws';
import { Secret } from '@cis-scan/secret';
import pino from 'pino';
import { newApiKey } from '../api-keys/api-key.ts';
import { createApp } from '../app.ts';
import { HttpProblem } from '../http/problem.ts';
import { awsProvider } from '../providers/aws.ts';
import { credentialsOf, m365Provider } from '../providers/m365.ts';
import type { Opened, OpenRequest } from '../providers/provider.ts';
import type { IntakeParts } from '../routes/parts.ts';
import { fakeKms, fakeQueue } from './fake-clients.ts';
import { memoryTable } from './memory-table.ts';

/** Committed by hand in the form of the derived files, so that tests do not move with the benchmarks. */
export const SAMPLE_RIGHTS = new URL('../../../../shared/access/testing/rights/', import.meta.url);
export const PLATFORM_ACCOUNT = '999999999999';
export const NOW = new Date('2026-03-01T12:00:10.000Z');

/** An account or a tenant of which nothing is missing; the account of keys follows from their last digits. */
export function opened({ target, caller }: OpenRequest): Opened {
  const known = { warnings: [], missing: [] } as const;
  if (target.kind === 'm365-app') {
    const credentials = credentialsOf(target);
    return { ...known, cloud: 'global', name: 'Contoso', account: credentials.tenantId, credentials };
  }
  const common = { ...known, cloud: 'aws', name: null } as const;
  if (target.kind === 'aws-role') {
    const roleArn = target.access_input.arn;
    const account = parseRole(roleArn)?.account ?? '';
    return { ...common, account, credentials: { kind: 'aws-role', roleArn, externalId: caller.externalId } };
  }
  const { access_key: accessKeyId, access_secret: secret } = target.access_input;
  return {
    ...common,
    account: accessKeyId.replace(/\D/g, '').padStart(12, '0').slice(-12),
    credentials: { kind: 'aws-keys', accessKeyId, secretAccessKey: new Secret(secret), sessionToken: null },
  };
}

/** The API over parts in memory. Rules are real, only the calls to AWS are not. */
export async function testIntake(changes: Partial<IntakeParts> = {}) {
  const rights = openRights(SAMPLE_RIGHTS);
  const table = memoryTable();
  const queue = fakeQueue();
  const files = new Map<string, string>();
  const logged: string[] = [];
  const door = awsProvider({
    queueUrl: 'https://queue.invalid/aws.fifo',
    rights,
    door: { endpoint: 'http://127.0.0.1:1' },
    platformAccount: PLATFORM_ACCOUNT,
    rolePattern: '*',
  });
  const aws = {
    ...door,
    open: (request: OpenRequest): Promise<Opened> => Promise.resolve().then(() => opened(request)),
  };
  const tenants = m365Provider({
    queueUrl: 'https://queue.invalid/o365.fifo',
    rights,
    doors: { login: null, graph: null },
  });
  const m365 = { ...tenants, open: aws.open };
  const parts: IntakeParts = {
    table,
    store: {
      read: (key) => {
        const text = files.get(key);
        if (text === undefined)
          return Promise.reject(new HttpProblem(404, 'The report of this scan is no longer kept.'));
        const body = Object.assign(Readable.from([text]), { transformToString: () => Promise.resolve(text) });
        return Promise.resolve(body as unknown as Awaited<ReturnType<IntakeParts['store']['read']>>);
      },
      removeScan: (scanId) => {
        for (const key of files.keys()) if (key.includes(`/${scanId}/`)) files.delete(key);
        return Promise.resolve();
      },
    },
    sqs: queue.client,
    kms: fakeKms(),
    sealKeyId: 'alias/seal',
    rights,
    providers: { aws, m365 },
    limits: { requestsPerMinute: 1_000, targetsInFlight: 1_000 },
    deadlineSeconds: 21_600,
    publicUrl: '',
    platformAccount: PLATFORM_ACCOUNT,
    rolePattern: '*',
    now: () => NOW,
    ready: () => Promise.resolve(),
    ...changes,
  };
  const addKey = (
    caller: string,
    more: { validUntil?: string; recipientDomains?: string[]; revokedAt?: string } = {},
  ) => {
    const { key, keyId, hash } = newApiKey();
    table.keys.set(keyId, {
      keyId,
      hash,
      caller,
      externalId: `external-${caller}`,
      createdAt: NOW.toISOString(),
      validUntil: more.validUntil ?? null,
      recipientDomains: more.recipientDomains ?? null,
      revokedAt: more.revokedAt ?? null,
    });
    return key.reveal();
  };
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const app = await createApp(parts, log);
  return { app, parts, aws, table, queue, files, logged, addKey, key: addKey('acme') };
}

export type TestIntake = Awaited<ReturnType<typeof testIntake>>;

/** A request that is taken. */
export const goodBody = () => ({
  requestId: 'r-1',
  scan_input: [{ access_type: 'cross-account', access_input: { arn: 'arn:aws:iam::111122223333:role/cis-scan' } }],
  email: 'security@example.com ',
});

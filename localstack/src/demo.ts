/** `npm run demo`: seeds a messy and a tidy AWS account, scans both through the API, and leaves report and mail. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { apiAt, type Api } from './demo/api.ts';
import { progressView } from './demo/progress.ts';
import { countLines, worstLines } from './demo/summary.ts';
import { targetProgress } from './demo/target-progress.ts';
import { seedAccounts } from './seed.ts';
import { startStack, type Stack } from './stack.ts';

const OUTPUT = fileURLToPath(new URL('../../demo-output/', import.meta.url));
const EMAIL = 'security@example.com';
const LIMIT_MS = 5 * 60_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** One account by a role, one by keys: the two ways in which a customer gives access. */
async function submit(stack: Stack, api: Api): Promise<string> {
  say('seeding a messy and a tidy AWS account');
  const { overlay, emulator, externalId } = stack;
  const { messy, tidy } = await seedAccounts({ emulatorUrl: emulator.url, overlay, externalId });
  const { requestId, targets, warnings } = await api.submit({
    requestId: `demo-${Date.now()}`,
    scan_input: [
      { access_type: 'cross-account', access_input: { arn: messy.roleArn, external_id: externalId } },
      {
        access_type: 'credentials',
        access_input: { access_key: tidy.keys.accessKeyId, access_secret: tidy.keys.secretAccessKey },
      },
    ],
    email: EMAIL,
  });
  say(`POST /scans: 202, request ${requestId}, accounts ${targets.map((t) => t.account).join(' and ')}`);
  for (const { detail } of warnings) say(`warning: ${detail}`);
  return requestId;
}

/** Shows progress until the report is stored and the mail is settled. */
async function follow(stack: Stack, api: Api, requestId: string) {
  const reader = targetProgress(stack.env, 'demo', requestId);
  const view = progressView();
  const end = Date.now() + LIMIT_MS;
  try {
    for (;;) {
      view.show(await reader.read());
      const status = await api.status(requestId);
      const settled = status.deliveries.length > 0 && status.deliveries.every((d) => d.status !== 'pending');
      if ((status.status === 'completed' || status.status === 'failed') && settled) return status;
      if (Date.now() > end) throw new Error(`the scan has not ended in time; logs: ${stack.logs}`);
      await sleep(200);
    }
  } finally {
    view.end();
    reader.close();
  }
}

async function save(stack: Stack, api: Api, requestId: string): Promise<readonly string[]> {
  mkdirSync(OUTPUT, { recursive: true });
  const files: string[] = [];
  const write = (name: string, content: string | Buffer): void => {
    const path = join(OUTPUT, name);
    writeFileSync(path, content);
    files.push(path);
  };
  for (const format of ['html', 'csv', 'json'] as const) write(`report.${format}`, await api.report(requestId, format));
  const [mail] = await stack.mailbox.waitFor(1, { which: (m) => m.to.includes(EMAIL) });
  const raw = await fetch(`${stack.mailbox.url}/messages/${mail?.id}/raw`);
  write('mail.eml', Buffer.from(await raw.arrayBuffer()));
  return files;
}

/** Runs the demo; true when every target completed and the mail was accepted. */
async function demo(stack: Stack): Promise<boolean> {
  const api = apiAt(stack.api, stack.key);
  const requestId = await submit(stack, api);
  const status = await follow(stack, api, requestId);
  countLines(status).forEach(say);
  say('the worst of what was found:');
  for (const { targetId, account } of status.targets) {
    worstLines(account, await api.failing(requestId, targetId)).forEach(say);
  }
  for (const file of await save(stack, api, requestId)) say(file);
  return status.targets.every((t) => t.status === 'completed') && status.deliveries.every((d) => d.status === 'sent');
}

try {
  const keep = process.argv.includes('--keep');
  const stack = await startStack({ logs: join(OUTPUT, 'logs'), onProgress: say });
  try {
    process.exitCode = (await demo(stack)) ? 0 : 1;
    if (keep) {
      say(`API ${stack.api} (x-api-key: ${stack.key}), mailbox ${stack.mailbox.url}; Ctrl-C ends it`);
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    }
  } finally {
    await stack.stop();
  }
} catch (error) {
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

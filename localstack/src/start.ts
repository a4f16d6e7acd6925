/** `npm start`: the whole product with two seeded accounts, until Ctrl-C. The last line on stdout says where it is. */
import { once } from 'node:events';
import { seedAccounts } from './seed.ts';
import { startStack } from './stack.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
try {
  const stack = await startStack({ port: Number(process.env['PORT'] ?? 3000), mailboxPort: 8025, onProgress: say });
  try {
    say('seeding a messy and a tidy AWS account');
    const { overlay, emulator, externalId } = stack;
    const { messy, tidy } = await seedAccounts({ emulatorUrl: emulator.url, overlay, externalId });
    for (const account of [messy, tidy]) {
      say(`account ${account.account}: role ${account.roleArn} (external id ${externalId})`);
    }
    say(`role with too few rights: ${messy.tooFewRoleArn}`);
    say(`logs: ${stack.logs}`);
    const { api, key, mailbox } = stack;
    process.stdout.write(`${JSON.stringify({ ready: true, api, key, docs: `${api}/docs`, mailbox: mailbox.url })}\n`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    say('stopping');
  } finally {
    await stack.stop();
  }
} catch (error) {
  say(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

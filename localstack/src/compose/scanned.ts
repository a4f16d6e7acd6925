/** Stands before the scanned accounts inside docker-compose: seeds a messy and a tidy account, then answers as AWS does. */
import { once } from 'node:events';
import { startOverlay } from '../overlay.ts';
import { seedAccounts } from '../seed.ts';
import { untilUp } from './retry.ts';

const emulatorUrl = process.env['SCANNED_EMULATOR_URL'] ?? 'http://scanned:5000';
const externalId = process.env['CALLER_EXTERNAL_ID'] ?? '';
await untilUp(emulatorUrl, () => fetch(emulatorUrl));
const overlay = await startOverlay({ emulatorUrl, host: '0.0.0.0', port: 5567 });
const { messy, tidy } = await seedAccounts({ emulatorUrl, overlay, externalId });
for (const account of [messy, tidy]) {
  process.stdout.write(`${JSON.stringify({ account: account.account, role: account.roleArn, externalId })}\n`);
}
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await overlay.stop();

/**
 * Scans the seeded accounts in two regions and writes every call with its answer to the scanner's tapes, from which its
 * denial and metamorphic tests play a whole scan without a network. Run it again when a fact asks something new:
 * node localstack/src/tape-accounts.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Session } from '../../services/aws-scanner/src/aws.ts';
import { planFor } from '../../services/aws-scanner/src/catalogue.ts';
import { BRISK, connect } from '../../services/aws-scanner/src/connect.ts';
import { packed, type Taped } from '../../services/aws-scanner/src/testing/taped.ts';
import { scan } from '@cis-scan/engine';
import { startEmulator } from './emulator.ts';
import { startOverlay } from './overlay.ts';
import { seedAccounts, type ScannableAccount } from './seed.ts';

const regions = ['eu-west-1', 'us-east-1'];
const folder = new URL('../../services/aws-scanner/src/testing/tapes/', import.meta.url);

function taping(session: Session, calls: Taped[]): Session {
  return {
    ...session,
    ask: async (place, call, input) => {
      try {
        const output = await session.ask(place, call, input);
        calls.push({ place, call, input: packed(input), output: packed(output) });
        return output;
      } catch (error) {
        const { name, message } = error as Error;
        calls.push({ place, call, input: packed(input), error: { name, message } });
        throw error;
      }
    },
  };
}

async function tape(name: string, { account, keys }: ScannableAccount, endpoint: string): Promise<void> {
  const calls: Taped[] = [];
  const now = new Date();
  const credentials = async () => ({ accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey });
  const connection = connect({ account, partition: 'aws', regions, credentials, endpoint, pace: BRISK });
  const target = { account, cloud: 'aws' } as const;
  const verdicts: Record<string, number> = {};
  for await (const { verdict } of scan(await planFor(['cis-aws-1.3.0']), taping(connection, calls), { now, target })) {
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  }
  connection.close();
  const order = calls.map((c) => ({ key: JSON.stringify([c.call, c.place, c.input]), c }));
  order.sort((a, b) => (a.key < b.key ? -1 : 1));
  const lines = order.map(({ c }) => JSON.stringify(c));
  const head = JSON.stringify({ account, partition: 'aws', regions, now: now.toISOString() }).slice(0, -1);
  writeFileSync(new URL(`${name}.json`, folder), `${head},"calls":[\n${lines.join(',\n')}\n]}\n`);
  console.log(name, calls.length, verdicts);
}

const emulator = await startEmulator();
const overlay = await startOverlay({ emulatorUrl: emulator.url });
try {
  mkdirSync(folder, { recursive: true });
  const { messy, tidy } = await seedAccounts({ emulatorUrl: emulator.url, overlay, externalId: 'taped-external-id' });
  await tape('messy', messy, overlay.url);
  await tape('tidy', tidy, overlay.url);
} finally {
  await overlay.stop();
  await emulator.stop();
}

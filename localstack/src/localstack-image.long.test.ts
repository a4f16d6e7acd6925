import { execFileSync } from 'node:child_process';
import { LocalstackContainer } from '@testcontainers/localstack';
import { expect, test } from '@jest/globals';
import { provision } from './provision.ts';

const IMAGE = process.env['AWS_EMULATOR_IMAGE'] ?? 'localstack/localstack:4.14.0';

/** Whether a Docker engine answers and holds the image; nothing is pulled here. */
function isHere(): boolean {
  try {
    execFileSync('docker', ['image', 'inspect', IMAGE], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const named = (process.env['ALLOW_SKIP'] ?? '').split(',').includes('localstack');
// where the image is absent the test fails, unless ALLOW_SKIP says that this is known
const asked = named && !isHere() ? test.skip : test;

asked(
  'the platform stands on LocalStack as it does on the embedded emulator, and twice is once',
  async () => {
    if (!isHere())
      throw new Error(`no Docker engine, or no image ${IMAGE}: pull it, or name it in ALLOW_SKIP=localstack`);
    const container = await new LocalstackContainer(IMAGE).start();
    try {
      const endpoint = container.getConnectionUri();
      const first = await provision({ endpoint });
      const again = await provision({ endpoint });
      expect(again['SEAL_KEY_ID']).toBe(first['SEAL_KEY_ID']);
      expect(again['AWS_JOBS_QUEUE_URL']).toBe(first['AWS_JOBS_QUEUE_URL']);
    } finally {
      await container.stop();
    }
  },
  180_000,
);

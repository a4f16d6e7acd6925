import { expect, test } from '@jest/globals';
import { serveHealth } from './health.ts';

test('says what it is asked, and an error is a no', async () => {
  const health = await serveHealth({
    port: 0,
    live: () => true,
    ready: () => {
      throw new Error('no connection');
    },
  });
  try {
    const status = async (path: string): Promise<number> =>
      (await fetch(`http://127.0.0.1:${health.port}${path}`)).status;
    expect(await Promise.all(['/health/live', '/health/ready', '/other'].map(status))).toEqual([200, 503, 404]);
  } finally {
    await health.close();
  }
});

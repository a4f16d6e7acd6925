import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';

const here = new URL('./', import.meta.url).href;
const CANARY = 'canary-52ce';

/** Runs a small service in a process of its own; the lines of its log and how it ended. */
async function run(body: string, signal?: NodeJS.Signals): Promise<{ code: number | null; lines: string[] }> {
  const program = `
    import { createLogger } from '${here}log.ts';
    import { lifecycle } from '${here}lifecycle.ts';
    const log = createLogger('test');
    const life = lifecycle(log, { limitSeconds: 1 });
    ${body}`;
  const child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', program]);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (signal && line.includes('ready')) child.kill(signal);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: lines.map((line) => String((JSON.parse(line) as { msg: unknown }).msg)) };
}
const stays = 'setInterval(() => {}, 1000); log.info("ready");';

test.each<NodeJS.Signals>(['SIGTERM', 'SIGINT'])(
  '%s stops what was registered, last first, then exits 0',
  async (signal) => {
    const { code, lines } = await run(
      `life.onStop('a', () => log.info('a stops'));
     life.onStop('b', async () => { log.info('b stops ' + life.signal.aborted); throw new Error('b'); });
     ${stays}`,
      signal,
    );
    expect(lines).toEqual(['ready', 'stopping', 'b stops true', 'could not stop in order', 'a stops', 'stopped']);
    expect(code).toBe(0);
  },
);

test('what does not stop in time is left', async () => {
  const { code, lines } = await run(`life.onStop('a', () => new Promise(() => {})); ${stays}`, 'SIGTERM');
  expect([code, lines.at(-1)]).toEqual([1, 'did not stop in time']);
});

test.each([
  ['an exception', `setTimeout(() => { throw Object.assign(new Error('oops'), { key: '${CANARY}' }); });`],
  ['a rejection', `Promise.reject(Object.assign(new Error('oops'), { key: '${CANARY}' }));`],
])('%s that nobody caught ends the process with 1, without what it carries', async (_, body) => {
  const { code, lines } = await run(body);
  expect([code, lines]).toEqual([1, ['an error that nobody caught']]);
});

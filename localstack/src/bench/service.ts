import { randomUUID } from 'node:crypto';
import { apiAt, type Api } from '../demo/api.ts';
import { startStack } from '../stack.ts';
import { atMost, type Aim } from './aims.ts';
import { startProvider } from './provider.ts';

const EMAIL = 'bench@example.com';
const ONE_BY_ONE = 100;
const AT_ONCE = 10;
/** Size of the account behind the requests: it answers at once, so that what is left is ours. */
const SIZE = 100;

const request = (): object => ({
  requestId: `bench-${randomUUID()}`,
  scan_input: [
    {
      access_type: 'credentials',
      access_input: { access_key: 'AKIABENCHBENCHBENCH1', access_secret: 'bench'.repeat(8) },
    },
  ],
  email: EMAIL,
});

async function timed(api: Api): Promise<number> {
  const began = performance.now();
  await api.submit(request());
  return performance.now() - began;
}

const p95 = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? NaN;

/** When the last thing was read that a finding stands on. */
function lastReading(report: string): number {
  const times = [...report.matchAll(/"readAt":\s*"([^"]+)"/g)].map(([, at]) => Date.parse(at ?? ''));
  return Math.max(...times);
}

/** Answers of intake one by one and ten at once, and the time from the last finding to the mail. */
export async function measureService(say: (line: string) => void): Promise<readonly Aim[]> {
  const provider = await startProvider(SIZE);
  const stack = await startStack({
    env: {
      SCAN_AWS_ENDPOINT_URL: provider.url,
      MAX_REQUESTS_PER_MINUTE: '100000',
      MAX_TARGETS_IN_FLIGHT: '100000',
    },
  });
  try {
    const api = apiAt(stack.api, stack.key);
    const mails: number[] = [];
    for (let n = 1; n <= 3; n++) {
      const { requestId } = await api.submit(request());
      const received = await stack.mailbox.waitFor(n, { timeoutMs: 120_000 });
      const accepted = Date.parse(received.at(-1)?.receivedAt ?? '');
      mails.push(accepted - lastReading(await api.report(requestId, 'json')));
    }
    say(`  from the last finding to the mail, three scans: ${mails.join(', ')} ms`);

    // Only intake is measured now: whoever takes the jobs would share the processor with it.
    await Promise.all(stack.services().map((service) => (service.name === 'intake' ? undefined : service.stop())));
    await timed(api);
    const single: number[] = [];
    for (let n = 0; n < ONE_BY_ONE; n++) single.push(await timed(api));
    const together = await Promise.all(Array.from({ length: AT_ONCE }, () => timed(api)));
    const shown = (times: readonly number[]): string =>
      `median ${times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]?.toFixed(0)} ms, p95 ${p95(times).toFixed(0)} ms`;
    say(`  POST /scans, ${ONE_BY_ONE} one by one: ${shown(single)}; ${AT_ONCE} at once: ${shown(together)}`);
    return [
      atMost('POST /scans, p95 one by one', p95(single), 300, ' ms'),
      atMost(`POST /scans, p95 of ${AT_ONCE} at once`, p95(together), 300, ' ms'),
      atMost('last finding to mail accepted by SMTP, slowest of three', Math.max(...mails), 2_000, ' ms'),
    ];
  } finally {
    await stack.stop();
    await provider.stop();
  }
}

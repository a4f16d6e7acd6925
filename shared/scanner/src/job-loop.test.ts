import { describe, expect, test } from '@jest/globals';
import type { Finding } from '@cis-scan/contracts';
import { newTraceparent, traceIdOf, type Outcome } from '@cis-scan/runtime';
import { TargetRefused, type ScanProvider } from './provider.ts';
import { FINDINGS, found, provider, run, type Run, type Scan } from './testing/run-job.ts';
import { header, job } from './testing/samples.ts';

describe('a job', () => {
  test('is announced, stored and published chunk by chunk, and completed', async () => {
    const { outcome, out, events, metrics } = await run(provider(found));
    expect(outcome).toBe('done');
    expect(out).toEqual([
      'TargetScanStarted',
      'rows/scan-1/0/ATTEMPT/0.json',
      'FindingsRecorded',
      'rows/scan-1/0/ATTEMPT/1.json',
      'FindingsRecorded',
      'rows/scan-1/0/ATTEMPT/2.json',
      'FindingsRecorded',
      'TargetScanCompleted',
    ]);
    expect(new Set(events.map(({ detail }) => (detail as { attemptId: string }).attemptId)).size).toBe(1);
    expect(events.at(-1)?.detail).toMatchObject({ chunks: 3, planned: 3, target: header });
    expect(metrics.map(({ dimensions }) => dimensions['outcome'])).toEqual(['completed']);
  });

  test('is a new attempt at every receive', async () => {
    const attempts = await Promise.all([run(provider(found)), run(provider(found), { receiveCount: 2 })]);
    const ids = attempts.flatMap(({ events }) =>
      events.map(({ detail }) => (detail as { attemptId: string }).attemptId),
    );
    expect(new Set(ids).size).toBe(2);
  });

  test('carries the trace on', async () => {
    const traceparent = newTraceparent();
    const { events } = await run(provider(found), { attributes: { traceparent } });
    expect(new Set(events.map((event) => traceIdOf(event.traceparent)))).toEqual(new Set([traceIdOf(traceparent)]));
  });

  test.each<[string, ScanProvider, Run, { reason: string; outcome: Outcome; types: string[] }]>([
    [
      'past its deadline',
      provider(found),
      { job: { notAfter: '2026-11-21T00:00:00.000Z' } },
      { reason: 'deadline', outcome: 'done', types: ['TargetScanFailed'] },
    ],
    [
      'at the tenth receive',
      provider(found),
      { receiveCount: 10 },
      { reason: 'gave-up', outcome: 'done', types: ['TargetScanFailed'] },
    ],
    [
      'refused for good',
      provider(found, {
        open: async () => Promise.reject(new TargetRefused('key-unknown', 'AWS does not know these keys.')),
      }),
      {},
      { reason: 'key-unknown', outcome: 'done', types: ['TargetScanStarted', 'TargetScanFailed'] },
    ],
    [
      'unknown benchmark',
      provider(found, {
        plan: async () => Promise.reject(new TargetRefused('benchmark-unknown', 'There is no such one.')),
      }),
      {},
      { reason: 'benchmark-unknown', outcome: 'done', types: ['TargetScanFailed'] },
    ],
    [
      'nobody answers for the whole time limit',
      provider(found, { open: async () => Promise.reject(new Error('no answer')) }),
      { options: { targetTimeLimitSeconds: 0.02 } },
      { reason: 'unreachable', outcome: 'done', types: ['TargetScanStarted', 'TargetScanFailed'] },
    ],
    [
      'unreadable',
      provider(found),
      { body: '{"version":' },
      { reason: 'job-unreadable', outcome: 'again', types: ['TargetScanFailed'] },
    ],
    [
      'of a future version',
      provider(found),
      { body: JSON.stringify({ ...job(), version: 2 }) },
      { reason: 'job-unreadable', outcome: 'again', types: ['TargetScanFailed'] },
    ],
  ])('%s fails with its reason', async (_, scanner, given, { reason, outcome, types }) => {
    const done = await run(scanner, given);
    expect(done.outcome).toBe(outcome);
    expect(done.out).toEqual(types);
    expect(done.events.at(-1)?.detail).toMatchObject({ reason, scanId: 'scan-1', targetId: 0 });
  });

  test('an unreadable job without attributes goes to the dead-letter queue unanswered', async () => {
    expect(await run(provider(found), { body: '', attributes: {} })).toMatchObject({ outcome: 'again', out: [] });
  });

  test('a scan that breaks off comes again later, and does not wait inside the receive for ever', async () => {
    async function* broken(): AsyncGenerator<Finding> {
      yield* FINDINGS.slice(0, 1);
      throw new Error('no result bears the verdict');
    }
    const { outcome, out } = await run(provider(broken));
    expect(outcome).toEqual({ againAfterSeconds: 30 });
    expect(out).not.toContain('TargetScanCompleted');
  });

  test('an outage of store and bus is waited out within the attempt; the scan is not begun again', async () => {
    let scans = 0;
    let failures = 4;
    const flaky = (): void => {
      if (failures-- > 0) throw new Error('down');
    };
    const published: string[] = [];
    const { outcome } = await run(
      provider(() => {
        scans += 1;
        return found();
      }),
      {
        options: {
          bus: {
            publish: async (entries) => {
              flaky();
              published.push(...entries.map(({ type }) => type));
            },
          },
          rows: { put: async () => flaky() },
        },
      },
    );
    expect([outcome, scans, failures < 0]).toEqual(['done', 1, true]);
    expect(published.filter((type) => type === 'FindingsRecorded').length).toBe(3);
  });

  test('told to stop, it gives back and publishes nothing more, though the source then ends in gaps', async () => {
    const stop = new AbortController();
    const scan: Scan = async function* (signal) {
      yield* FINDINGS.slice(0, 1);
      await new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => resolve(), { once: true });
        stop.abort(new Error('the service stops'));
      });
      yield* FINDINGS.slice(1);
    };
    const { outcome, out } = await run(provider(scan), { signal: stop.signal });
    expect(outcome).toBe('again');
    expect(out).toEqual(['TargetScanStarted']);
  });

  test('told to stop, it does not wait for a source that hangs', async () => {
    const stop = new AbortController();
    const scan: Scan = async function* () {
      yield* FINDINGS.slice(0, 1);
      stop.abort(new Error('the service stops'));
      await new Promise(() => {});
    };
    expect((await run(provider(scan), { signal: stop.signal })).outcome).toBe('again');
  });

  test('past its time limit an attempt completes with what the source then says', async () => {
    const scan: Scan = async function* (signal) {
      yield* FINDINGS.slice(0, 1);
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      yield* FINDINGS.slice(1);
    };
    const { outcome, events } = await run(provider(scan), { options: { targetTimeLimitSeconds: 0.02 } });
    expect(outcome).toBe('done');
    expect(events.at(-1)).toMatchObject({ type: 'TargetScanCompleted', detail: { chunks: 3 } });
  });
});

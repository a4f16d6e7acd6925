import { afterEach, expect, jest, test } from '@jest/globals';
import { readFact } from '../../testing/recording.ts';
import { credentialReport } from './credential-report.ts';

afterEach(() => {
  jest.useRealTimers();
});

test('a report that is never finished is given up after five minutes, and says so', async () => {
  jest.useFakeTimers();
  const asked: string[] = [];
  const ask = async (_place: string, call: string) => {
    asked.push(call);
    return { State: 'INPROGRESS' };
  };
  const reading = readFact(credentialReport, { account: '111122223333', partition: 'aws', regions: null, ask });
  await jest.advanceTimersByTimeAsync(10 * 60_000);
  expect(await reading).toMatchObject({ ok: false, gap: { fact: 'iam/credential-report', cause: 'timed-out' } });
  expect(new Set(asked)).toEqual(new Set(['iam:GenerateCredentialReport']));
  expect(asked.length).toBeLessThan(40);
});

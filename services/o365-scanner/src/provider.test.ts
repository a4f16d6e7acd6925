import { describe, expect, test } from '@jest/globals';
import type { Job } from '@cis-scan/contracts';
import type { Plan } from '@cis-scan/engine';
import { TargetRefused } from '@cis-scan/scanner';
import { BRISK } from './pace.ts';
import { m365Provider, type M365ProviderOptions } from './provider.ts';

const fault = (name: string): Error => Object.assign(new Error(name), { name, $metadata: {} });
const kms = (answer: Error): M365ProviderOptions['kms'] =>
  ({ send: () => Promise.reject(answer) }) as unknown as M365ProviderOptions['kms'];

const job: Job = {
  version: 1,
  scanId: 's',
  requestId: 'r',
  targetId: 0,
  provider: 'm365',
  account: '3f0c8c1e-5d0b-4a55-9a3b-6b6f1f6f0a11',
  cloud: 'global',
  benchmarks: ['cis-m365-1.3.0'],
  regions: null,
  warnings: [],
  notAfter: '9999-01-01T00:00:00.000Z',
  sealed: { key: '', iv: '', tag: '', data: '' },
};
const opening = async (answer: Error, more: Partial<Job> = {}): Promise<unknown> =>
  m365Provider({ kms: kms(answer), doors: {}, pace: BRISK })
    .open({ ...job, ...more }, {} as Plan)
    .catch((thrown: unknown) => thrown);

describe('opening a job', () => {
  test.each<[string, string, Partial<Job>, string]>([
    ['sealed for somebody else', 'InvalidCiphertextException', {}, 'credentials-unreadable'],
    ['past its time', 'none', { notAfter: '2000-01-01T00:00:00.000Z' }, 'credentials-unreadable'],
    ['of another provider', 'none', { cloud: 'aws' }, 'cloud-unknown'],
  ])('%s is refused for good', async (_, error, more, reason) => {
    const refused = await opening(fault(error), more);
    expect(refused).toBeInstanceOf(TargetRefused);
    expect(refused).toMatchObject({ reason });
  });

  test('an outage of KMS is no refusal', async () => {
    expect(await opening(fault('KMSInternalException'))).toMatchObject({ name: 'KMSInternalException' });
  });

  test('an unknown benchmark is refused for good', async () => {
    const planned = m365Provider({ kms: kms(fault('none')), doors: {}, pace: BRISK }).plan(['cis-m365-9.9.9']);
    await expect(planned).rejects.toMatchObject({ reason: 'benchmark-unknown' });
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Job } from '@cis-scan/contracts';
import type { Plan } from '@cis-scan/engine';
import { TargetRefused } from '@cis-scan/scanner';
import { BRISK } from './connect.ts';
import { awsProvider, type AwsProviderOptions } from './provider.ts';

const fault = (name: string): Error => Object.assign(new Error(name), { name, $metadata: {} });
const kms = (answer: Error): AwsProviderOptions['kms'] =>
  ({ send: () => Promise.reject(answer) }) as unknown as AwsProviderOptions['kms'];

const job: Job = {
  version: 1,
  scanId: 's',
  requestId: 'r',
  targetId: 0,
  provider: 'aws',
  account: '111122223333',
  cloud: 'aws',
  benchmarks: ['cis-aws-1.3.0'],
  regions: null,
  warnings: [],
  notAfter: '9999-01-01T00:00:00.000Z',
  sealed: { key: '', iv: '', tag: '', data: '' },
};
const opening = async (answer: Error, more: Partial<Job> = {}): Promise<unknown> =>
  awsProvider({ kms: kms(answer), door: {}, pace: BRISK })
    .open({ ...job, ...more }, {} as Plan)
    .catch((thrown: unknown) => thrown);

describe('opening a job', () => {
  test.each<[string, string, Partial<Job>, string]>([
    ['sealed for somebody else', 'InvalidCiphertextException', {}, 'credentials-unreadable'],
    ['sealed under another key', 'IncorrectKeyException', {}, 'credentials-unreadable'],
    ['past its time', 'none', { notAfter: '2000-01-01T00:00:00.000Z' }, 'credentials-unreadable'],
    ['of another provider', 'none', { cloud: 'global' }, 'cloud-unknown'],
  ])('%s is refused for good', async (_, error, more, reason) => {
    const refused = await opening(fault(error), more);
    expect(refused).toBeInstanceOf(TargetRefused);
    expect(refused).toMatchObject({ reason });
  });

  test.each(['KMSInternalException', 'ThrottlingException', 'DependencyTimeoutException', 'KeyUnavailableException'])(
    'an outage of KMS (%s) is no refusal',
    async (name) => {
      expect(await opening(fault(name))).toMatchObject({ name });
    },
  );
});

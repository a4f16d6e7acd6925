import { HOME, type SeededAccount } from '../account.ts';
import { seedRecorder } from '../config.ts';
import { messyBuckets } from './s3.ts';

/** Three recorders in all: one records a part, one stands still, one cannot deliver (the overlay says so). */
export async function seedMessyConfig(account: SeededAccount): Promise<void> {
  const plan = { bucket: messyBuckets(account).uploads, global: false };
  await seedRecorder(account, { ...plan, region: HOME, everything: false, recording: true });
  await seedRecorder(account, { ...plan, region: 'us-east-1', everything: true, recording: false });
  await seedRecorder(account, { ...plan, region: 'us-west-2', everything: true, recording: true });
}

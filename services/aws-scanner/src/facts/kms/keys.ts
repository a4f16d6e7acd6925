import { regional } from '../define.ts';
import { pages } from '../door.ts';
import { told } from '../told.ts';

/** KMS keys of every enabled region, those of AWS included: only DescribeKey tells them apart. API: kms ListKeys. */
export const keys = regional({
  name: 'kms/keys',
  calls: ['kms:ListKeys'],
  async *read({ kms }) {
    const ask = (Marker: string | undefined) => kms.listKeys({ Limit: 1000, Marker });
    for await (const page of pages(ask, (p) => (p.Truncated ? p.NextMarker : undefined))) {
      for (const key of page.Keys ?? []) yield { id: told(key.KeyArn, 'the ARN of a key') };
    }
  },
});

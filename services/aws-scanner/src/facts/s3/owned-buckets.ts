import { gapOf, Listing, type Gap } from '@cis-scan/engine';
import { bucketArn } from '../../semantics/arn.ts';
import { regionOfLocation } from '../../semantics/bucket-location.ts';
import { fact } from '../define.ts';
import { pages } from '../door.ts';
import { told } from '../told.ts';

const name = 's3/owned-buckets';

export interface Bucket {
  readonly id: string;
  readonly name: string;
  readonly region: string;
}

/**
 * All general purpose buckets of the account, wherever they live. Naming a page size makes S3 tell each bucket's region;
 * only where it does not (emulators) is the bucket asked for its location. APIs: s3 ListBuckets, GetBucketLocation.
 */
export const ownedBuckets = fact({
  name,
  calls: ['s3:GetBucketLocation', 's3:ListBuckets'],
  async read({ s3 }, _, { partition }) {
    const found: { readonly bucket: string; readonly region: string | undefined }[] = [];
    const ask = (ContinuationToken: string | undefined) => s3.listBuckets({ MaxBuckets: 10_000, ContinuationToken });
    for await (const page of pages(ask, (p) => p.ContinuationToken)) {
      for (const { Name, BucketRegion } of page.Buckets ?? []) {
        found.push({ bucket: told(Name, 'the name of a bucket'), region: BucketRegion });
      }
    }
    const items: Bucket[] = [];
    const gaps: Gap[] = [];
    await Promise.all(
      found.map(async ({ bucket, region }) => {
        const id = bucketArn(partition, bucket);
        try {
          const located =
            region ?? regionOfLocation((await s3.getBucketLocation({ Bucket: bucket })).LocationConstraint);
          items.push({ id, name: bucket, region: located });
        } catch (error) {
          gaps.push({ ...gapOf(name, error), resource: id });
        }
      }),
    );
    return new Listing(
      items.sort((a, b) => (a.id < b.id ? -1 : 1)),
      gaps.sort((a, b) => ((a.resource ?? '') < (b.resource ?? '') ? -1 : 1)),
    );
  },
});

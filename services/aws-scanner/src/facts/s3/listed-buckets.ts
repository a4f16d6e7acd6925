import { Listing } from '@cis-scan/engine';
import { bucketArn } from '../../semantics/arn.ts';
import { fact } from '../define.ts';
import { pages } from '../door.ts';
import { told } from '../told.ts';

/**
 * All general purpose buckets of the account, wherever they live. Naming a page size makes S3 tell each bucket's region;
 * `null` where it was not told all the same. API: s3 ListBuckets.
 */
export const listedBuckets = fact({
  name: 's3/listed-buckets',
  calls: ['s3:ListBuckets'],
  async read({ s3 }, _, { partition }) {
    const found: { readonly id: string; readonly name: string; readonly region: string | null }[] = [];
    const ask = (ContinuationToken: string | undefined) => s3.listBuckets({ MaxBuckets: 10_000, ContinuationToken });
    for await (const page of pages(ask, (p) => p.ContinuationToken)) {
      for (const bucket of page.Buckets ?? []) {
        const name = told(bucket.Name, 'the name of a bucket');
        found.push({ id: bucketArn(partition, name), name, region: bucket.BucketRegion ?? null });
      }
    }
    return new Listing(found.sort((a, b) => (a.id < b.id ? -1 : 1)));
  },
});

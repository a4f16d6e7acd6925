/**
 * The region of a bucket by its location constraint, as GetBucketLocation answers it: nothing for us-east-1, and `EU` for
 * buckets made in Ireland before regions had names. Source: Amazon S3 API reference, GetBucketLocation.
 */
export function regionOfLocation(constraint: string | null | undefined): string {
  if (constraint === undefined || constraint === null || constraint === '') return 'us-east-1';
  return constraint === 'EU' ? 'eu-west-1' : constraint;
}

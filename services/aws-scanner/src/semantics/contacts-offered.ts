import type { Partition } from './arn.ts';

/**
 * Does the partition have an Account Management service? GovCloud has none: every account there hangs on a standard
 * account, where AWS keeps billing, support and contacts. Source: AWS GovCloud user guide, standard account linking;
 * the endpoint lists of the AWS SDKs.
 */
export const contactsOffered = (partition: Partition): boolean => partition !== 'aws-us-gov';

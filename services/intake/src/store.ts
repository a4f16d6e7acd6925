import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type GetObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { HttpProblem } from './http/problem.ts';

/** The bucket with reports and chunks, as intake uses it. */
export interface Store {
  /** A stored file. Throws 404 when it is no longer kept. */
  read(key: string): Promise<NonNullable<GetObjectCommandOutput['Body']>>;
  /** Removes everything that belongs to a scan. Throws when something stays. */
  removeScan(scanId: string): Promise<void>;
}

const ROOMS = ['chunks', 'rows', 'reports'];

async function removeBelow(s3: S3Client, bucket: string, prefix: string): Promise<void> {
  // Listed anew after every round: what was removed is gone from the list, so no cursor can lose its place.
  for (;;) {
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
    const Objects = (Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [{ Key }]));
    if (Objects.length === 0) return;
    const { Errors } = await s3.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }));
    if (Errors?.length) throw new Error(`the bucket kept ${Errors.length} object(s) of a scan`);
  }
}

export function openStore(s3: S3Client, bucket: string): Store {
  return {
    async read(key) {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        if (!Body) throw new Error('s3:GetObject answered without a body');
        return Body;
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') {
          throw new HttpProblem(404, 'The report of this scan is no longer kept.');
        }
        throw error;
      }
    },
    async removeScan(scanId) {
      for (const room of ROOMS) await removeBelow(s3, bucket, `${room}/${scanId}/`);
    },
  };
}

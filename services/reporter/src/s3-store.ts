import { createReadStream } from 'node:fs';
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Finding } from '@cis-scan/contracts';
import type { ReportFile } from '@cis-scan/scan-table';
import { spool } from './spool.ts';
import type { Chunk, ChunkRef, Store } from './store.ts';

const place = ({ scanId, targetId, attemptId, chunk }: ChunkRef): string =>
  `${scanId}/${targetId}/${encodeURIComponent(attemptId)}/${chunk}.json`;

const TYPES = { html: 'text/html; charset=utf-8', csv: 'text/csv; charset=utf-8', json: 'application/json' } as const;

/** The store in a bucket. `tempPath`: where rendered reports are spooled before they are uploaded. */
export function s3Store(s3: S3Client, bucket: string, tempPath: string): Store {
  const readText = async (Key: string): Promise<string> => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }));
    if (!Body) throw new Error('the store answered without a body');
    return Body.transformToString();
  };

  const upload = async (key: string, path: string, bytes: number, ContentType: string): Promise<ReportFile> => {
    const Body = createReadStream(path);
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body, ContentLength: bytes, ContentType }));
    return { key, bytes };
  };

  return {
    async putChunk(ref, chunk) {
      const Body = JSON.stringify(chunk);
      await s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: `chunks/${place(ref)}`, Body, ContentType: TYPES.json }),
      );
    },

    readChunk: async (ref) => JSON.parse(await readText(`chunks/${place(ref)}`)) as Chunk,

    async readRows(ref, key) {
      // The key comes out of an event: it must lie where rows of this very scan and target lie.
      if (!key.startsWith(`rows/${ref.scanId}/${ref.targetId}/`)) return null;
      try {
        return JSON.parse(await readText(key)) as Finding[];
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },

    putReport: (scanId, build, texts) =>
      spool(tempPath, texts, async (files) => {
        const put = (format: keyof typeof TYPES): Promise<ReportFile> =>
          upload(`reports/${scanId}/${build}/report.${format}`, files[format].path, files[format].bytes, TYPES[format]);
        const [html, csv, json] = await Promise.all([put('html'), put('csv'), put('json')]);
        return { html, csv, json };
      }),

    async readReport({ key }) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (!Body) throw new Error('the store answered without a body');
      return Body.transformToByteArray();
    },

    linkTo: ({ key }, name, seconds) =>
      getSignedUrl(
        s3,
        new GetObjectCommand({
          Bucket: bucket,
          Key: key,
          ResponseContentDisposition: `attachment; filename="${name}"`,
        }),
        { expiresIn: seconds },
      ),

    async removeReport({ html, csv, json }) {
      const keys = [html, csv, json].map(({ key }) => key);
      await Promise.all(keys.map((Key) => s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }))));
    },
  };
}

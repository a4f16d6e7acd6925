import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Finding } from '@cis-scan/contracts';

/** Where whole findings lie until the report is built. */
export interface RowStore {
  /** Stores findings with all their results under a key. */
  put(key: string, findings: readonly Finding[]): Promise<void>;
}

/** The key of chunk n of an attempt. */
export const rowsKey = (scanId: string, targetId: number, attemptId: string, chunk: number): string =>
  `rows/${scanId}/${targetId}/${attemptId}/${chunk}.json`;

const PIECE = 500;

/**
 * Findings as one JSON list. Made piece by piece: a check with very many failing resources is longer than one string of
 * the runtime may be.
 */
export function rowsBody(findings: readonly Finding[]): Buffer {
  const pieces: Buffer[] = [];
  const add = (text: string): void => void pieces.push(Buffer.from(text));
  findings.forEach(({ results, ...rest }, index) => {
    add(`${index === 0 ? '[' : ','}${JSON.stringify(rest).slice(0, -1)},"results":[`);
    for (let from = 0; from < results.length; from += PIECE) {
      const part = JSON.stringify(results.slice(from, from + PIECE)).slice(1, -1);
      add(from === 0 ? part : `,${part}`);
    }
    add(']}');
  });
  add(findings.length === 0 ? '[]' : ']');
  return Buffer.concat(pieces);
}

/** Rows in a bucket of ours; s3:PutObject. */
export const s3Rows = (s3: S3Client, bucket: string): RowStore => ({
  put: async (key, findings) => {
    await s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: rowsBody(findings), ContentType: 'application/json' }),
    );
  },
});

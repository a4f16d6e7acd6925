import { fact } from '../define.ts';
import { pages } from '../door.ts';
import { gathered } from '../gathered.ts';

const NAME = 'iam/server-certificates';

/** TLS certificates kept in IAM's own store (not those of ACM) and when they expire. API: iam ListServerCertificates. */
export const serverCertificates = fact({
  name: NAME,
  calls: ['iam:ListServerCertificates'],
  async read({ iam }) {
    const ask = (Marker: string | undefined) => iam.listServerCertificates({ MaxItems: 1000, Marker });
    async function* all() {
      for await (const page of pages(ask, (p) => (p.IsTruncated ? p.Marker : undefined))) {
        for (const { Arn, ServerCertificateName, Expiration } of page.ServerCertificateMetadataList ?? []) {
          if (Arn === undefined) throw new Error('a server certificate without ARN');
          yield { id: Arn, name: ServerCertificateName ?? '', expires: Expiration ?? null };
        }
      }
    }
    return gathered(NAME, all());
  },
});

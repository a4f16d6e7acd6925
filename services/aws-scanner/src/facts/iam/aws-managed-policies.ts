import { fact } from '../define.ts';
import { pages } from '../door.ts';
import { gathered } from '../gathered.ts';

const NAME = 'iam/aws-managed-policies';

/** AWS's own managed policies that a user, group or role of the account holds. API: iam ListPolicies. */
export const awsManagedPolicies = fact({
  name: NAME,
  calls: ['iam:ListPolicies'],
  async read({ iam }) {
    const ask = (Marker: string | undefined) =>
      iam.listPolicies({ Scope: 'AWS', OnlyAttached: true, MaxItems: 1000, Marker });
    async function* all() {
      for await (const page of pages(ask, (p) => (p.IsTruncated ? p.Marker : undefined))) {
        for (const { Arn, PolicyName, DefaultVersionId, AttachmentCount } of page.Policies ?? []) {
          if (!Arn || !DefaultVersionId || AttachmentCount === undefined) {
            throw new Error('a managed policy without ARN, default version or number of attachments');
          }
          // A policy that is only a permissions boundary is listed too, and grants nothing.
          if (AttachmentCount === 0) continue;
          yield { id: Arn, name: PolicyName ?? '', defaultVersion: DefaultVersionId, attachments: AttachmentCount };
        }
      }
    }
    return gathered(NAME, all());
  },
});

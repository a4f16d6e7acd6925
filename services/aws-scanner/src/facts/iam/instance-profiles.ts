import { Listing } from '@cis-scan/engine';
import { fact } from '../define.ts';
import { pages } from '../door.ts';
import { instances } from '../ec2/instances.ts';
import { gathered } from '../gathered.ts';
import { told } from '../told.ts';

interface InstanceProfile {
  /** ARN. */
  readonly id: string;
  /** Names of the roles it holds: AWS allows one. */
  readonly roles: readonly string[];
}

const NAME = 'iam/instance-profiles';

/**
 * Instance profiles and their roles, all in one list instead of a call per instance; not asked at all where no instance
 * carries a profile. API: iam ListInstanceProfiles.
 */
export const instanceProfiles = fact({
  name: NAME,
  calls: ['iam:ListInstanceProfiles'],
  needs: { instances },
  async read({ iam }, facts) {
    if (!facts.instances.known().some((instance) => instance.profile !== null)) {
      return new Listing<InstanceProfile>([]);
    }
    const ask = (Marker: string | undefined) => iam.listInstanceProfiles({ MaxItems: 1000, Marker });
    const all = async function* (): AsyncGenerator<InstanceProfile> {
      for await (const page of pages(ask, (p) => (p.IsTruncated ? p.Marker : undefined))) {
        for (const profile of page.InstanceProfiles ?? []) {
          const roles = told(profile.Roles, 'the roles of a profile').map((r) =>
            told(r.RoleName, 'the name of a role'),
          );
          yield { id: told(profile.Arn, 'the ARN of a profile'), roles };
        }
      }
    };
    return gathered(NAME, all());
  },
});

import type { M365App, RightsCatalogue } from '@cis-scan/access';
import { checkTenantRights, isM365Cloud, M365_CLOUDS, openM365Target, type M365Doors } from '@cis-scan/access/m365';
import type { M365AppTarget, RequestTarget } from '@cis-scan/contracts';
import { Secret } from '@cis-scan/secret';
import { m365Faults } from './m365-faults.ts';
import type { ProviderDoor } from './provider.ts';

export interface M365ProviderOptions {
  readonly queueUrl: string;
  readonly rights: RightsCatalogue;
  /** Where calls into tenants go. */
  readonly doors: M365Doors;
}

function ours(target: RequestTarget): M365AppTarget {
  if (target.kind !== 'm365-app') throw new TypeError('An AWS account was handed to the door of Microsoft 365.');
  return target;
}

const secretOf = (text: string | undefined): Secret | null => (text === undefined ? null : new Secret(text));

/** The credentials of a request; ids in the one spelling by which jobs of one tenant are kept apart. */
export function credentialsOf({ access_input: input }: M365AppTarget): M365App {
  return {
    kind: 'm365-app',
    tenantId: input.tenant_id.toLowerCase(),
    clientId: input.client_id.toLowerCase(),
    clientSecret: secretOf(input.client_secret),
    clientCertificate: secretOf(input.client_certificate),
  };
}

/** Microsoft 365 tenants, by an app registration of theirs. */
export function m365Provider({ queueUrl, rights, doors }: M365ProviderOptions): ProviderDoor {
  return {
    provider: 'm365',
    clouds: M365_CLOUDS,
    queueUrl,

    faults: ({ target, path }) => m365Faults(ours(target), path),

    marks: (target) => [`tenant ${ours(target).access_input.tenant_id.toLowerCase()}`],

    async open({ target, benchmarks }) {
      const m365 = ours(target);
      const { base, optional } = rights.union(benchmarks);
      const credentials = credentialsOf(m365);
      const opened = await openM365Target(credentials, {
        cloud: m365.cloud !== undefined && isM365Cloud(m365.cloud) ? m365.cloud : 'global',
        doors,
        rights: [...base, ...optional],
      });
      const { missing, warnings } = checkTenantRights(opened, benchmarks.map(rights.of));
      const { tenantId: account, cloud, name } = opened;
      return { account, cloud, name, credentials, warnings, missing: [...missing.keys()], costs: missing };
    },
  };
}

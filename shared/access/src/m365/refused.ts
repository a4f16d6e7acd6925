import { AccessRefused, AccessUnavailable, type RefusedCode } from '../refused.ts';
import type { M365Cloud } from './clouds.ts';

/** Who was refused. Ids only, no secret. */
export interface SignIn {
  readonly tenantId: string;
  readonly clientId: string;
  readonly cloud: M365Cloud;
  /** What was sent as a secret has the form of an id. */
  readonly secretLooksLikeId: boolean;
}

type Words = readonly [RefusedCode, (who: SignIn) => string];

const SECRET: Words = [
  'secret-wrong',
  ({ clientId, secretLooksLikeId }) =>
    secretLooksLikeId
      ? `What was sent as client_secret is the id of a secret, not its value: copy the column Value of app ${clientId}, which is shown only when the secret is made.`
      : `Microsoft does not accept this client secret for app ${clientId}: send the secret's value, not its id, and check that it belongs to this app.`,
];
const SECRET_EXPIRED: Words = [
  'secret-expired',
  ({ clientId }) => `The client secret of app ${clientId} has expired: make a new one and send its value.`,
];
const CERTIFICATE: Words = [
  'certificate-refused',
  ({ clientId }) =>
    `Microsoft does not accept this certificate for app ${clientId}: upload it to the app registration, and check that it has not expired and that the private key belongs to it.`,
];
const APP: Words = [
  'app-unknown',
  ({ clientId, tenantId }) =>
    `App ${clientId} is not known in tenant ${tenantId}: check client_id and tenant_id, and that an administrator of this tenant has granted consent.`,
];
const APP_DISABLED: Words = [
  'app-disabled',
  ({ clientId, tenantId }) => `App ${clientId} is switched off in tenant ${tenantId}: enable it there.`,
];
const CONSENT: Words = [
  'app-not-consented',
  ({ clientId, tenantId }) =>
    `App ${clientId} has no consent in tenant ${tenantId}: let an administrator grant admin consent for its permissions.`,
];
const TENANT: Words = [
  'tenant-unknown',
  ({ tenantId, cloud }) =>
    `There is no tenant ${tenantId} in the cloud ${cloud}: check tenant_id, or name another cloud.`,
];
const TENANT_BLOCKED: Words = [
  'tenant-blocked',
  ({ tenantId }) => `Microsoft has blocked the tenant ${tenantId}: its administrators must ask Microsoft for access.`,
];
const POLICY: Words = [
  'blocked-by-policy',
  ({ clientId, tenantId }) =>
    `A Conditional Access policy of tenant ${tenantId} for workload identities blocks app ${clientId}: exempt it, or allow the place from which the scan comes.`,
];
const CLOUD: Words = [
  'cloud-mismatch',
  ({ tenantId, cloud }) =>
    `Tenant ${tenantId} does not belong to the cloud ${cloud}: name its own one (global, usgov, usgovdod or china).`,
];

/**
 * Numbers of Microsoft Entra's sign-in errors (AADSTS…) in our words:
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const WORDS: Readonly<Record<string, Words>> = {
  7000215: SECRET,
  7000216: SECRET,
  7000218: SECRET,
  70002: SECRET,
  7000222: SECRET_EXPIRED,
  50012: CERTIFICATE,
  50013: CERTIFICATE,
  700024: CERTIFICATE,
  700027: CERTIFICATE,
  1000502: CERTIFICATE,
  700016: APP,
  70001: APP,
  7000112: APP_DISABLED,
  65001: CONSENT,
  501051: CONSENT,
  650052: CONSENT,
  7000229: CONSENT,
  90002: TENANT,
  90013: TENANT,
  900023: TENANT,
  90011: TENANT,
  5000224: TENANT_BLOCKED,
  5000225: TENANT_BLOCKED,
  53000: POLICY,
  53001: POLICY,
  53003: POLICY,
  53011: POLICY,
  530035: POLICY,
  90038: CLOUD,
  90051: CLOUD,
  90054: CLOUD,
  900382: CLOUD,
  900432: CLOUD,
  900439: CLOUD,
  500011: CLOUD,
};

/** Errors that say "not now". */
const TRANSIENT = new Set(['50196', '70042', '90006', '90024', '90033', '90055', '90090', '50000', '50087']);

/** What the sign-in service says of itself without a number. */
const PLAIN: Readonly<Record<string, Words>> = {
  invalid_client: SECRET,
  invalid_tenant: TENANT,
  unauthorized_client: APP,
};

const unavailable = (): AccessUnavailable =>
  new AccessUnavailable('Microsoft did not answer whether the app registration is good. Try again in a moment.');

/**
 * What the sign-in service said, in our words. `said` is its text, of which only the number is used: it repeats what was
 * sent. Without a number nobody said no.
 */
export function signInRefused(said: string, who: SignIn): AccessRefused | AccessUnavailable {
  const number = /AADSTS(\d{4,9})/.exec(said)?.[1];
  if (number === undefined) {
    const word = Object.keys(PLAIN).find((one) => new RegExp(`(^|[^a-z_])${one}($|[^a-z_])`).test(said));
    const words = word === undefined ? undefined : PLAIN[word];
    return words ? new AccessRefused(words[0], words[1](who)) : unavailable();
  }
  if (TRANSIENT.has(number)) return unavailable();
  const words = WORDS[number];
  const detail = words?.[1](who) ?? `Microsoft refused the sign-in of app ${who.clientId} to tenant ${who.tenantId}.`;
  return new AccessRefused(words?.[0] ?? 'access-refused', `${detail} (AADSTS${number})`);
}

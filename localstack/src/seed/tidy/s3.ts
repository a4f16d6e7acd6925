import { PutPublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { HOME, type SeededAccount } from '../account.ts';
import { ALL_BLOCKED, seedBucket } from '../buckets.ts';
import { allowDelivery, denyInsecureTransport, policy } from '../documents.ts';

export function tidyBuckets(account: SeededAccount): { trail: string; accessLogs: string } {
  return { trail: `tidy-trail-${account.id}`, accessLogs: `tidy-access-logs-${account.id}` };
}

/** Closes the whole account to the public. */
async function blockAccount(account: SeededAccount): Promise<void> {
  const target = new URL(account.endpoint);
  const control = new S3ControlClient({
    region: HOME,
    credentials: account.credentials,
    // The client writes the account in front of the host, which only a name can bear; the request itself goes home.
    endpoint: 'http://emulator.invalid',
  });
  control.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.request as object, { hostname: target.hostname, port: Number(target.port) });
      return next(args);
    },
    { step: 'finalizeRequest', priority: 'low', name: 'emulatorAddress' },
  );
  await control.send(
    new PutPublicAccessBlockCommand({ AccountId: account.id, PublicAccessBlockConfiguration: ALL_BLOCKED }),
  );
  control.destroy();
}

/** Closed buckets that speak TLS only; the trail's bucket has an access log. */
export async function seedTidyS3(account: SeededAccount): Promise<void> {
  const { trail, accessLogs } = tidyBuckets(account);
  await blockAccount(account);
  await seedBucket(account, {
    name: accessLogs,
    blocked: true,
    policy: policy(allowDelivery(accessLogs, 'logging.s3.amazonaws.com'), denyInsecureTransport(accessLogs)),
  });
  const deliverers = ['cloudtrail.amazonaws.com', 'config.amazonaws.com', 'delivery.logs.amazonaws.com'];
  await seedBucket(account, {
    name: trail,
    blocked: true,
    loggedTo: accessLogs,
    policy: policy(...deliverers.map((service) => allowDelivery(trail, service)), denyInsecureTransport(trail)),
  });
  const data = `tidy-data-${account.id}`;
  await seedBucket(account, {
    name: data,
    region: 'us-east-1',
    blocked: true,
    policy: policy(denyInsecureTransport(data)),
  });
}

import { defaultBenchmark, type RightsCatalogue } from '@cis-scan/access';
import type { Caller } from '../api-keys/caller.ts';
import { providerOf, type Providers } from '../providers/provider.ts';
import { duplicates } from './duplicates.ts';
import { member, type Fault } from './fault.ts';
import type { Folded } from './fold.ts';
import type { PlacedTarget } from './target.ts';

function benchmarkFaults({ target, path }: PlacedTarget, rights: RightsCatalogue): Fault[] {
  const provider = providerOf(target);
  const known = rights.ids(provider);
  return (target.benchmarks ?? []).flatMap((id, index) => {
    if (known.includes(id)) return [];
    const other = rights.has(id) ? 'This benchmark is one of another provider' : 'There is no such benchmark';
    const detail = `${other}; there are: ${known.join(', ')}.`;
    return [{ path: member(member(path, 'benchmarks'), index), detail }];
  });
}

function targetFaults(placed: PlacedTarget, caller: Caller, providers: Providers, rights: RightsCatalogue): Fault[] {
  const { target, path } = placed;
  const provider = providerOf(target);
  const door = providers[provider];
  if (!door || !rights.has(defaultBenchmark(provider))) {
    const what = provider === 'm365' ? 'Microsoft 365 tenants' : 'AWS accounts';
    return [{ path: member(path, 'access_input'), detail: `${what} are not offered by this service.` }];
  }
  const clouds: Fault[] =
    target.cloud === undefined || door.clouds.includes(target.cloud)
      ? []
      : [{ path: member(path, 'cloud'), detail: `This field must be one of ${door.clouds.join(', ')}.` }];
  // With a cloud of another provider, complaints about partition and regions would only repeat the first.
  const own = clouds.length > 0 ? [] : door.faults(placed, caller);
  return [...clouds, ...benchmarkFaults(placed, rights), ...own];
}

/** The addresses are checked by form when the request is folded; here only whether this caller may write to them. */
function recipientFaults(emails: readonly string[], { recipientDomains }: Caller, path: string): Fault[] {
  if (recipientDomains === null) return [];
  const allowed = recipientDomains.map((domain) => domain.toLowerCase());
  return emails
    .filter((email) => !allowed.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase()))
    .map((email) => ({ path, detail: `Reports may not be mailed to the domain of ${email}.` }));
}

/** Everything wrong with a request that needs neither the provider nor the table to be known; all faults at once. */
export function requestFaults(
  { request, faults, root }: Folded,
  caller: Caller,
  providers: Providers,
  rights: RightsCatalogue,
): Fault[] {
  const marked = request.targets.flatMap(({ target, path }) => {
    const door = providers[providerOf(target)];
    return door ? [{ path, marks: door.marks(target) }] : [];
  });
  return [
    ...faults,
    ...recipientFaults(request.emails, caller, member(root, 'email')),
    ...request.targets.flatMap((placed) => targetFaults(placed, caller, providers, rights)),
    ...duplicates(marked),
  ];
}

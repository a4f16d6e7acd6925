import type { TargetCredentials } from '@cis-scan/access';
import type { Cloud, Provider, RequestTarget, Warning } from '@cis-scan/contracts';
import type { Caller } from '../api-keys/caller.ts';
import type { Fault } from '../request/fault.ts';
import type { PlacedTarget } from '../request/target.ts';

/** An opened target: whose it is, how a scanner opens it again, and what is known about its rights. */
export interface Opened {
  readonly account: string;
  readonly cloud: Cloud;
  readonly name: string | null;
  readonly credentials: TargetCredentials;
  readonly warnings: readonly Warning[];
  /** Rights the scan cannot do without that are known to be missing. */
  readonly missing: readonly string[];
  /** How many controls each missing right decides, where that is known. */
  readonly costs?: ReadonlyMap<string, number>;
}

export interface OpenRequest {
  readonly target: RequestTarget;
  readonly caller: Caller;
  readonly scanId: string;
  readonly benchmarks: readonly string[];
}

/** What intake knows of one provider. A further provider is one more of these, and no change anywhere else. */
export interface ProviderDoor {
  readonly provider: Provider;
  readonly clouds: readonly Cloud[];
  /** Where jobs of this provider go. */
  readonly queueUrl: string;
  /** What is wrong with a well-formed target, as far as it can be said without asking anybody. */
  faults(placed: PlacedTarget, caller: Caller): Fault[];
  /** By what a target is recognised when it is named twice. */
  marks(target: RequestTarget): string[];
  /** Opens the target. Throws AccessRefused or AccessUnavailable. */
  open(request: OpenRequest): Promise<Opened>;
}

/** The offered providers. */
export type Providers = Readonly<Partial<Record<Provider, ProviderDoor>>>;

const OF_KIND = { 'aws-keys': 'aws', 'aws-role': 'aws', 'm365-app': 'm365' } as const satisfies Record<
  RequestTarget['kind'],
  Provider
>;

/** A target in a sentence: `Account 111122223333`. */
export const titleOf = (provider: Provider, account: string): string =>
  `${provider === 'aws' ? 'Account' : 'Tenant'} ${account}`;

export const providerOf = (target: RequestTarget): Provider => OF_KIND[target.kind];

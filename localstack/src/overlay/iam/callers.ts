import { setTimeout as delay } from 'node:timers/promises';
import { forward } from '../forward.ts';
import { recognise } from '../recognise.ts';
import { AccountPolicies, type Principal } from './account-policies.ts';
import type { Statement } from './evaluate.ts';

/** Who signed a request. */
export interface Caller {
  readonly account: string;
  readonly arn: string;
  readonly principal: Principal | null;
  /** Policies of the session, which take rights away; null: none were passed. */
  readonly sessionPolicy: readonly Statement[] | null;
}

/** What an access key is known to be without asking the emulator. */
interface Learned {
  readonly caller: Caller;
  readonly secret: string;
}

/** What was read is good for so long: long enough for a burst of calls, short enough to see a changed policy. */
const FRESH_MS = 1000;

function principalOf(arn: string): Principal | null {
  const match = /:assumed-role\/([^/]+)\/|:user\/(?:.*\/)?([^/]+)$/.exec(arn);
  if (match?.[1]) return { kind: 'role', name: match[1] };
  return match?.[2] ? { kind: 'user', name: match[2] } : null;
}

export function callerOf(account: string, arn: string, sessionPolicy: readonly Statement[] | null = null): Caller {
  return { account, arn, principal: principalOf(arn), sessionPolicy };
}

/** Knows whose an access key is, and what its owner may do. */
export class Callers {
  #emulator: URL;
  #learned = new Map<string, Learned>();
  #accounts = new Map<string, Promise<AccountPolicies>>();
  #fresh = new Map<string, Promise<unknown>>();
  /** Whose the keys of sessions are: that never changes, and cannot be asked any more once the emulator authorizes. */
  #sessions = new Map<string, Caller>();
  #stopped = new AbortController();

  constructor(emulator: URL) {
    this.#emulator = emulator;
  }

  /** Policies of an account; the way in is opened once, so that it stays open when the emulator starts to authorize. */
  policies(account: string): Promise<AccountPolicies> {
    const open = this.#accounts.get(account) ?? AccountPolicies.open(this.#emulator.href, account);
    this.#accounts.set(account, open);
    return open;
  }

  learn(accessKeyId: string, secret: string, caller: Caller): void {
    this.#learned.set(accessKeyId, { caller, secret });
  }

  secretOf(accessKeyId: string): string | null {
    return this.#learned.get(accessKeyId)?.secret ?? null;
  }

  /** The owner of an access key; null where the provider would not know it or it is inactive. */
  of(accessKeyId: string): Promise<Caller | null> {
    const known = this.#learned.get(accessKeyId)?.caller ?? this.#sessions.get(accessKeyId);
    if (known) return Promise.resolve(known);
    return this.#remember(`key ${accessKeyId}`, () => this.#ask(accessKeyId));
  }

  /** Identity policies of a caller; null when it is not an identity of the account. */
  statements(account: string, principal: Principal): Promise<readonly Statement[] | null> {
    return this.#remember(`${account} ${principal.kind} ${principal.name}`, async () =>
      (await this.policies(account)).statements(principal),
    );
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    const open = await Promise.allSettled(this.#accounts.values());
    for (const account of open) if (account.status === 'fulfilled') account.value.close();
  }

  async #ask(accessKeyId: string): Promise<Caller | null> {
    const headers = {
      host: this.#emulator.host,
      'content-type': 'application/x-www-form-urlencoded',
      // Only the key id is read: the emulator takes any signature as long as its own authorization is off.
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20200101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0`,
    };
    const body = Buffer.from('Action=GetCallerIdentity&Version=2011-06-15');
    const answer = await forward(this.#emulator, recognise('POST', '/', headers, body));
    const arn = /<Arn>([^<]+)<\/Arn>/.exec(answer.body.toString())?.[1];
    const account = arn?.split(':')[4];
    // A key that belongs to nobody is given this one user by the emulator.
    if (arn === undefined || account === undefined || arn.endsWith(':user/moto')) return null;
    const caller = callerOf(account, arn);
    if (caller.principal?.kind === 'user') {
      const policies = await this.policies(account);
      if (!(await policies.isActive(caller.principal.name, accessKeyId))) return null;
    } else {
      this.#sessions.set(accessKeyId, caller);
    }
    return caller;
  }

  #remember<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#fresh.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const reading = read();
    this.#fresh.set(key, reading);
    const forget = (): void => void this.#fresh.delete(key);
    reading.then(() => delay(FRESH_MS, undefined, { signal: this.#stopped.signal, ref: false })).then(forget, forget);
    return reading;
  }
}

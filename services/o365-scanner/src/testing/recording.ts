import { closure, collector, Listing, type Fact, type Reading } from '@cis-scan/engine';
import { failedWith, RequestFailed, type Trouble } from '../request-failed.ts';
import type { Command, DnsRecords, M365Cloud, RestDoor, Tenant } from '../tenant.ts';

/** One answer of a surface, as the provider documents it. */
export interface RecordedAnswer {
  /**
   * `GET /v1.0/domains`, or a next link in place of the path; `exchange:Get-MalwareFilterPolicy`,
   * `exchange:OrganizationConfig/Get-OrganizationConfig`, a next page as `exchange:Get-X https://…`;
   * `sharepoint:GET /…`, `teams:GET /…`; `TXT contoso.com`.
   */
  readonly ask: string;
  /** 200 unless said otherwise. */
  readonly status?: number;
  readonly body?: unknown;
  /** Parameters by which a cmdlet's answer is told from others. */
  readonly parameters?: Command['parameters'];
  /** Of a DNS question: its records, or Node's error code. */
  readonly records?: readonly unknown[];
  readonly error?: string;
  /** No usable answer at all. */
  readonly trouble?: Exclude<Trouble, 'status'>;
}

/** What a fact reads when the tenant answers so. Lies as JSON under `recordings/<fact>/<case>.json`. */
export interface Recording {
  /** Where the provider documents answers of this form. */
  readonly source: string;
  readonly cloud?: M365Cloud;
  readonly answers: readonly RecordedAnswer[];
  /** The fact's value (listings as `{ items, gaps, absent }`), or its gap. */
  readonly reads?: unknown;
  readonly gap?: unknown;
}

/** A tenant that answers from a recording, each answer once; a request that is not in it is an error. */
export function replaying(recording: Recording): {
  readonly tenant: Tenant;
  readonly unused: () => readonly RecordedAnswer[];
} {
  const left = [...recording.answers];
  const take = (ask: string, parameters?: Command['parameters']): RecordedAnswer => {
    const fits = (a: RecordedAnswer): boolean =>
      a.ask === ask && (a.parameters === undefined || JSON.stringify(a.parameters) === JSON.stringify(parameters));
    const i = left.findIndex(fits);
    const [answer] = i < 0 ? [] : left.splice(i, 1);
    if (!answer) throw new Error(`the recording has no ${ask}`);
    return answer;
  };
  const body = async (answer: RecordedAnswer): Promise<unknown> => {
    if (answer.trouble !== undefined) throw new RequestFailed(answer.trouble, answer.trouble);
    const status = answer.status ?? 200;
    if (status >= 300) throw failedWith(status, answer.body);
    return answer.body;
  };
  const rest = (prefix: string): RestDoor => ({ get: async (url) => body(take(`${prefix}GET ${url}`)) });
  const commands = (surface: string) => ({
    run: async ({ endpoint, cmdlet, parameters }: Command, next: string | null) => {
      const call = `${surface}:${endpoint === null ? '' : `${endpoint}/`}${cmdlet}`;
      return body(take(next === null ? call : `${call} ${next}`, parameters));
    },
  });
  const tenant: Tenant = {
    tenantId: '3f0c8c1e-5d0b-4a55-9a3b-6b6f1f6f0a11',
    cloud: recording.cloud ?? 'global',
    defaultDomain: 'larkfield.example',
    graph: rest(''),
    sharepoint: rest('sharepoint:'),
    teams: rest('teams:'),
    exchange: commands('exchange'),
    purview: commands('purview'),
    dns: {
      query: async <K extends keyof DnsRecords>(kind: K, name: string) => {
        const { records, error } = take(`${kind} ${name}`);
        if (error !== undefined) throw Object.assign(new Error(`query ${error} ${name}`), { code: error });
        return (records ?? []) as readonly DnsRecords[K][];
      },
    },
  };
  return { tenant, unused: () => left };
}

/** Listings and maps as plain JSON, so that they can be compared with a recording. */
export const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, v: unknown) => {
      if (v instanceof Listing) return v.parts();
      if (v instanceof Map) return Object.fromEntries(v);
      return v instanceof Set ? [...v] : v;
    }) ?? 'null',
  ) as unknown;

/** Reads one fact, and all it stands on, from a tenant. */
export async function readFact(fact: Fact<unknown>, tenant: Tenant): Promise<Reading<unknown>> {
  const facts = closure([fact]);
  const check = { needs: { fact }, otherwise: [] } as never;
  const question = { id: 'x', checkId: 'x', options: {}, answers: [], check };
  const { gather } = collector({ questions: [question], facts, calls: [], rights: [] }, tenant);
  const { reading } = await gather({ fact });
  return reading.ok ? { ...reading, value: reading.value['fact'] } : reading;
}

import { collector, Listing, type Fact, type Reading } from '@cis-scan/engine';
import { closure } from '@cis-scan/engine';
import type { Call, Partition, Service, Session } from '../aws.ts';
import { shaped } from './shape.ts';

/** One answer of the provider, in the form in which the SDK hands it over; times as ISO texts. */
export interface RecordedAnswer {
  readonly call: Call;
  /** Region, or `global`. */
  readonly place: string;
  /** Parameters by which this answer is told from others of the same call; all of them when absent. */
  readonly input?: Readonly<Record<string, unknown>>;
  readonly output?: unknown;
  readonly error?: { readonly name: string; readonly message?: string; readonly code?: string };
}

/** What a fact reads when the provider answers so. Lies as JSON under `recordings/<fact>/<case>.json`. */
export interface Recording {
  /** Where the provider documents answers of this form. */
  readonly source: string;
  readonly account?: string;
  readonly partition?: Partition;
  readonly regions?: readonly string[];
  readonly answers: readonly RecordedAnswer[];
  /** The fact's value (listings as `{ items, gaps, absent }`), or its gap. */
  readonly reads?: unknown;
  readonly gap?: unknown;
}

const PACKAGES: Readonly<Record<Service, () => Promise<object>>> = {
  'access-analyzer': () => import('@aws-sdk/client-accessanalyzer'),
  account: () => import('@aws-sdk/client-account'),
  cloudtrail: () => import('@aws-sdk/client-cloudtrail'),
  cloudwatch: () => import('@aws-sdk/client-cloudwatch'),
  config: () => import('@aws-sdk/client-config-service'),
  ec2: () => import('@aws-sdk/client-ec2'),
  iam: () => import('@aws-sdk/client-iam'),
  kms: () => import('@aws-sdk/client-kms'),
  logs: () => import('@aws-sdk/client-cloudwatch-logs'),
  organizations: () => import('@aws-sdk/client-organizations'),
  s3: () => import('@aws-sdk/client-s3'),
  s3control: () => import('@aws-sdk/client-s3-control'),
  sns: () => import('@aws-sdk/client-sns'),
  sso: () => import('@aws-sdk/client-sso-admin'),
};

type CommandClass = new (input: unknown) => { readonly schema: readonly unknown[] };

/** The SDK's schema of what an operation answers. */
async function outputSchema(call: Call): Promise<Parameters<typeof shaped>[0]> {
  const [service = '', operation = ''] = call.split(':');
  const sdk = (await PACKAGES[service as Service]()) as Readonly<Record<string, CommandClass>>;
  const Command = sdk[`${operation}Command`];
  if (!Command) throw new Error(`the SDK has no ${call}`);
  return new Command({}).schema[5] as Parameters<typeof shaped>[0];
}

const fits = (wanted: RecordedAnswer['input'], input: unknown): boolean =>
  Object.entries(wanted ?? {}).every(
    ([name, value]) => JSON.stringify((input as Record<string, unknown>)[name]) === JSON.stringify(value),
  );

/** A session that answers from a recording, each answer once; a call that is not in it is an error. */
export function replaying(recording: Recording): {
  readonly session: Session;
  readonly unused: () => readonly RecordedAnswer[];
} {
  const left = [...recording.answers];
  return {
    unused: () => left,
    session: {
      account: recording.account ?? '111122223333',
      partition: recording.partition ?? 'aws',
      regions: recording.regions ?? null,
      ask: async (place, call, input) => {
        const i = left.findIndex((a) => a.call === call && a.place === place && fits(a.input, input));
        const [answer] = i < 0 ? [] : left.splice(i, 1);
        if (!answer) throw new Error(`the recording has no ${call} in ${place} for ${JSON.stringify(input)}`);
        if (answer.error) {
          const { name, message = name, code } = answer.error;
          throw Object.assign(new Error(message), { name, ...(code && { code }) });
        }
        return shaped(await outputSchema(call), answer.output, call);
      },
    },
  };
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

/** Reads one fact, and all it stands on, from a session. */
export async function readFact(fact: Fact<unknown>, session: Session): Promise<Reading<unknown>> {
  const facts = closure([fact]);
  const holding = {
    id: 'x',
    checkId: 'x',
    options: {},
    answers: [],
    check: { needs: { fact }, otherwise: [] } as never,
  };
  const { gather } = collector({ questions: [holding], facts, calls: [], rights: [] }, session);
  const { reading } = await gather({ fact });
  return reading.ok ? { ...reading, value: reading.value['fact'] } : reading;
}

import type { Answer, Call } from '../../overlay/call.ts';
import type { BenchAccount } from './model.ts';

/** One question to the account, its parameters read whatever the protocol. */
export interface Question {
  readonly account: BenchAccount;
  readonly region: string;
  /** First segment of the path: the bucket, for S3. */
  readonly bucket: string;
  readonly parameter: (name: string) => string | undefined;
}

/** Answers an operation as the provider documents it. */
export type Answerer = (question: Question) => Answer;

/** Reads parameters from the form, the JSON body or the query, by where the protocol has them. */
export function questionOf(call: Call, account: BenchAccount): Question {
  const url = new URL(call.path, 'http://bench.invalid');
  const body = call.body.toString();
  const inJson = body.startsWith('{') ? (JSON.parse(body) as Record<string, unknown>) : {};
  const inForm = body === '' || body.startsWith('{') ? url.searchParams : new URLSearchParams(body);
  return {
    account,
    region: call.region,
    bucket: url.pathname.split('/')[1] ?? '',
    parameter: (name) => {
      const value = inJson[name] ?? inForm.get(name) ?? undefined;
      return value === undefined ? undefined : String(value);
    },
  };
}

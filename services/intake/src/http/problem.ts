import { STATUS_CODES } from 'node:http';
import type { Problem } from '@cis-scan/contracts';
import type { Fault } from '../request/fault.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/** An error with an answer: what the caller is told, and nothing else. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly Fault[];
  /** Seconds after which trying again makes sense; becomes `Retry-After`. */
  readonly retryAfter: number | null;

  constructor(status: number, detail: string, more: { errors?: readonly Fault[]; retryAfter?: number } = {}) {
    super(detail);
    this.status = status;
    this.detail = detail;
    this.errors = more.errors ?? [];
    this.retryAfter = more.retryAfter ?? null;
  }
}

export const invalid = (errors: readonly Fault[]): HttpProblem =>
  new HttpProblem(400, 'The request is not valid: see errors, each with the path of its field.', { errors });

/** One answer for what does not exist and for what belongs to somebody else. */
export const noSuchScan = (): HttpProblem => new HttpProblem(404, 'There is no such scan.');

export const unavailable = (detail: string, retryAfter = 10): HttpProblem =>
  new HttpProblem(503, detail, { retryAfter });

/** The body of an error answer. */
export const problemOf = (status: number, detail: string, errors: readonly Fault[] = []): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail,
  errors: errors.map(({ path, detail: sentence }) => ({ path, detail: sentence })),
});

import type { Cause } from '@cis-scan/contracts';

/** Why something could not be read. A gap is a value: it travels with the data it is missing from. */
export interface Gap {
  readonly cause: Cause;
  /** Name of the fact that is missing or incomplete. */
  readonly fact: string;
  readonly region?: string;
  /** Id (ARN …) of the one resource that could not be read; absent when a whole region or account is unread. */
  readonly resource?: string;
  /** Rights that would have let us read it, as the provider spells them. Only where reading was refused. */
  readonly rights: readonly string[];
  /** A sentence for people. Never holds a credential. */
  readonly detail: string;
}

/** The outcome of reading one fact. `readAt` is an ISO 8601 instant. */
export type Reading<T> =
  { readonly ok: true; readonly value: T; readonly readAt: string } | { readonly ok: false; readonly gap: Gap };

/** Thrown where the provider's answer enters; inside the engine a gap is a value. The provider's error is the `cause`. */
export class Unreadable extends Error {
  readonly gap: Omit<Gap, 'fact'>;
  constructor(gap: Omit<Gap, 'fact'>, cause?: unknown) {
    super(gap.detail, { cause });
    this.name = 'Unreadable';
    this.gap = gap;
  }
}

/** Any error as a gap of the fact: what the border did not name is a failure of ours, and never a verdict. */
export function gapOf(fact: string, error: unknown): Gap {
  if (error instanceof Unreadable) return { fact, ...error.gap };
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { fact, cause: 'failed', rights: [], detail };
}

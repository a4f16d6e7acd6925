/** How hard one scan may press on one tenant, and how patient it is. */
export interface Pace {
  /** Requests in flight per surface: Microsoft's limits for one app and tenant begin at four. */
  readonly inFlight: number;
  /** Attempts of a request that the service asks to send later (429, 503, 504), the first included. */
  readonly attempts: number;
  /** Attempts of a request that fails in another way: 500s, a broken connection, an answer that does not parse. */
  readonly attemptsOnFailure: number;
  /** Milliseconds one attempt may take, and one request with all its attempts and pauses. */
  readonly attemptMs: number;
  readonly callMs: number;
}

/** The usual pace. */
export const BRISK: Pace = {
  inFlight: 4,
  attempts: 10,
  attemptsOnFailure: 3,
  attemptMs: 20_000,
  callMs: 180_000,
};
/** `USE_RATE_LIMITER`: one request after the other on each surface. */
export const POLITE: Pace = { ...BRISK, inFlight: 1 };

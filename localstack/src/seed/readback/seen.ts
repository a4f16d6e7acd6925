/** Control of CIS AWS 1.3.0 → whether the raw answers show what it wants. Cruder than the product, and apart from it. */
export type Seen = Record<string, boolean>;

import { Listing } from '@cis-scan/engine';

/** Products bought, one per service plan named, each in force with seats. */
export const bought = (...plans: readonly string[]) =>
  new Listing(
    plans.map((name) => ({ id: `SKU_${name}`, status: 'Enabled', seats: 5, plans: [{ name, status: 'Success' }] })),
  );

import { Listing, type Reading } from '@cis-scan/engine';

/** A list that may be unread as a whole: then it is an empty one with that gap, which forbids what any gap forbids. */
export const listingOf = <T>(reading: Reading<Listing<T>>): Listing<T> =>
  reading.ok ? reading.value : new Listing<T>([], [reading.gap]);

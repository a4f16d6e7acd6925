import type { Answer } from '../answer.ts';

/** The object's GUID, by which a result names it; its identity where the cmdlet gives no GUID. */
export const guidOf = (item: Answer): string =>
  item.at('Guid').or(
    item.at('Identity').or('', (x) => x.text()),
    (x) => x.text(),
  );

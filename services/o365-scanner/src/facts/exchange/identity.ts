import type { Answer } from '../answer.ts';

/** The object's GUID, by which a result names it; its identity, or its name, where the cmdlet gives no GUID. */
export const guidOf = (item: Answer): string => item.at('Guid').or(null, (guid) => guid.text()) ?? nameOf(item);

/** By which rules name the object: its identity; its name where the cmdlet gives no identity. */
export const nameOf = (item: Answer): string =>
  item.at('Identity').or(null, (identity) => identity.text()) ?? item.at('Name').text();

import { isList, type Json, type JsonObject } from '../json.ts';
import { hidden } from './resolve.ts';

/** What Graph tells of a user when nothing is selected: much that checks need is not among it. */
const USER_DEFAULT = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
];
/** `$expand` of directory objects gives no more than this, without saying so. */
const MOST_EXPANDED = 20;

export interface Shape {
  readonly select: readonly string[];
  /** Names to expand; what stands in brackets behind them (`policy($expand=rules)`) is part of the data already. */
  readonly expand: readonly string[];
}

/** Splits at commas outside brackets. */
function words(text: string | null): readonly string[] {
  return (text ?? '')
    .split(/,(?![^(]*\))/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

export const shapeOf = (query: URLSearchParams): Shape => ({
  select: words(query.get('$select')),
  expand: words(query.get('$expand')).map((word) => word.replace(/\(.*$/s, '')),
});

function wanted(path: string, name: string, { select, expand }: Shape): boolean {
  if (name.startsWith('@odata')) return true;
  if (hidden(path, name)) return expand.includes(name);
  if (select.length > 0) return select.includes(name);
  if (/^\/users(\/[^/]+)?$/.test(path)) return USER_DEFAULT.includes(name);
  return name !== 'signInActivity';
}

/** One object as Graph tells it: selected properties, expanded relations. */
export function shaped(item: JsonObject, path: string, shape: Shape): JsonObject {
  const entries = Object.entries(item)
    .filter(([name]) => wanted(path, name, shape))
    .map(([name, value]): [string, Json] => {
      const cut = isList(value) && (name === 'members' || name === 'transitiveMembers');
      return [name, cut ? value.slice(0, MOST_EXPANDED) : value];
    });
  return Object.fromEntries(entries);
}

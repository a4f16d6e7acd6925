import type { TenantData } from '../model.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';

/** Properties that lead to other objects: told only when asked for by their path or by `$expand`. */
export const NAVIGATION: ReadonlySet<string> = new Set([
  'members',
  'transitiveMembers',
  'owners',
  'licenseDetails',
  'serviceConfigurationRecords',
  'appRoleAssignments',
  'assignments',
  'principal',
  'policy',
  'authentication',
]);
/** Settings of a catalogue policy are reached by `$expand` too, those of other objects are plain properties. */
const CATALOGUE = '/deviceManagement/configurationPolicies';

export const hidden = (path: string, name: string): boolean =>
  NAVIGATION.has(name) || (name === 'settings' && path.startsWith(CATALOGUE));

/** `/directoryRoles(roleTemplateId='x')/members` → `/directoryRoles/x/members`, as permissions and data know it. */
export function plainPath(path: string): string {
  return path.replace(/\((?:[a-zA-Z]+=)?'([^']*)'\)/g, (_, key: string) => `/${key}`).replace(/\/(?=$)/, '');
}

/** Keys by which one element of a collection can be named. */
const KEYS = ['id', 'roleTemplateId', 'appId', 'userPrincipalName'];

function elementOf(list: readonly Json[], key: string): JsonObject | undefined {
  return list.filter(isObject).find((item) => KEYS.some((name) => item[name] === key));
}

function byPath(data: TenantData, version: string, path: string): Json | undefined {
  return (version === 'beta' ? data.graph[`beta:${path}`] : undefined) ?? data.graph[path];
}

/**
 * What lies at a path: a collection, an object, or nothing. Where the path itself is not described, an element of the
 * longest described collection, and then that element's properties.
 */
export function resolve(data: TenantData, version: string, path: string): Json | undefined {
  const words = path.split('/').slice(1).map(decodeURIComponent);
  for (let length = words.length; length > 0; length--) {
    const place = byPath(data, version, `/${words.slice(0, length).join('/')}`);
    if (place === undefined) continue;
    return words.slice(length).reduce<Json | undefined>((at, word) => {
      if (isList(at)) return elementOf(at, word);
      if (!isObject(at)) return undefined;
      // nested groups are few here: where nobody says otherwise the direct members are all
      return (
        at[word] ??
        (word === 'transitiveMembers' ? at['members'] : undefined) ??
        (NAVIGATION.has(word) ? [] : undefined)
      );
    }, place);
  }
  return undefined;
}

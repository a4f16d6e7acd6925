import { describe, expect, test } from '@jest/globals';
import { accessTo } from './graph/access.ts';
import { isList, isObject, type Json } from './json.ts';
import { messyTenant } from './messy.ts';
import type { TenantData } from './model.ts';
import { CONTROLS } from './shapes/secure-score-controls.ts';
import { tidyTenant } from './tidy.ts';

const NOW = new Date('2026-03-02T08:00:00Z');
const TENANTS: readonly (readonly [string, TenantData])[] = [
  ['messy', messyTenant(NOW)],
  ['tidy', tidyTenant(NOW)],
];

/** Every text in a value. */
function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isList(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

const idsOf = (place: Json | undefined): readonly Json[] =>
  (isList(place) ? place : []).map((item) => (isObject(item) ? (item['id'] ?? null) : null));

describe.each(TENANTS)('the %s tenant', (_, tenant) => {
  test('describes only paths that Graph has, and each with the permission it takes', () => {
    const unknown = Object.keys(tenant.graph).filter((key) => {
      const beta = key.startsWith('beta:');
      return accessTo('beta', beta ? key.slice('beta:'.length) : key, []) === undefined;
    });
    expect(unknown).toEqual([]);
  });

  test.each([
    '/users',
    '/groups',
    '/domains',
    '/directoryRoles',
    '/identity/conditionalAccess/policies',
    '/deviceManagement/deviceConfigurations',
  ])('has no id twice in %s', (path) => {
    const ids = idsOf(tenant.graph[path]);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names in its policies and roles nobody who is not there', () => {
    const people = new Set([...idsOf(tenant.graph['/users']), ...idsOf(tenant.graph['/servicePrincipals'])]);
    const assigned = tenant.graph['/roleManagement/directory/roleAssignments'];
    const strangers = (isList(assigned) ? assigned : []).filter(
      (one) => isObject(one) && !people.has(one['principalId'] ?? null),
    );
    expect(strangers).toEqual([]);
    const groups = new Set(idsOf(tenant.graph['/groups']));
    const named = textsIn(tenant.graph['/identity/conditionalAccess/policies'] ?? []).filter((text) =>
      /^(0a1b2c3d|1b2c3d4e|9e8d7c6b|8d7c6b5a)-/.test(text),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !people.has(id) && !groups.has(id))).toEqual([]);
  });

  test('has one newest secure score, of yesterday, with every control of the list', () => {
    const scores = tenant.graph['/security/secureScores'];
    const newest = isList(scores) ? scores[0] : undefined;
    expect(newest).toMatchObject({ createdDateTime: '2026-03-01T00:00:00Z' });
    expect(isObject(newest) && isList(newest['controlScores']) ? newest['controlScores'].length : 0).toBe(
      CONTROLS.length,
    );
  });

  test('publishes TXT chunks that DNS can carry, and lives under names that nobody owns', () => {
    const chunks = Object.values(tenant.zone).flatMap(({ TXT = [] }) => TXT.flat());
    expect(chunks.filter((chunk) => Buffer.byteLength(chunk) > 255)).toEqual([]);
    const foreign = Object.keys(tenant.zone).filter(
      (name) => !/\.(example|onmicrosoft\.com)$/.test(name) || name !== name.toLowerCase(),
    );
    expect(foreign).toEqual([]);
  });
});

test('both tenants answer the same paths and cmdlets', () => {
  const [messy, tidy] = TENANTS.map(([, tenant]) => tenant);
  const keys = (of: TenantData | undefined, part: 'graph' | 'cmdlets' | 'compliance' | 'teams') =>
    Object.keys(of?.[part] ?? {}).toSorted();
  for (const part of ['graph', 'cmdlets', 'compliance', 'teams'] as const)
    expect(keys(messy, part)).toEqual(keys(tidy, part));
});

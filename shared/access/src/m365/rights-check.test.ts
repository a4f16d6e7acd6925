import { expect, test } from '@jest/globals';
import type { BenchmarkRights } from '@cis-scan/contracts';
import { BASE_PERMISSIONS, satisfies } from './permissions.ts';
import { checkTenantRights, requiredPermissions } from './rights-check.ts';

const control = (number: string, base: string[], optional: string[] = []) => ({
  control: number,
  check: `c/${number}`,
  base,
  optional,
});
const rights: BenchmarkRights = {
  benchmark: 'cis-m365-1.3.0',
  provider: 'm365',
  base: ['Directory.Read.All', 'Policy.Read.All'],
  optional: ['AuditLog.Read.All', 'Exchange.ManageAsApp'],
  controls: [
    control('1.1.1', ['Policy.Read.All', 'Directory.Read.All']),
    control('1.1.2', ['Policy.Read.All'], ['AuditLog.Read.All']),
    control('4.1', [], ['Exchange.ManageAsApp']),
    control('4.2', [], ['Exchange.ManageAsApp']),
  ],
};
const held = (roles: readonly string[], canWrite: readonly string[] = []) => ({
  tenantId: 'T',
  canWrite,
  holds: (permission: string) => satisfies(roles, permission),
});
const without = (...names: string[]) => BASE_PERMISSIONS.filter((name) => !names.includes(name));

test.each<[string, readonly string[], Record<string, number>]>([
  ['all six', BASE_PERMISSIONS, {}],
  ['five', without('Policy.Read.All'), { 'Policy.Read.All': 2 }],
  ['one that no control uses', without('User.Read.All'), { 'User.Read.All': 0 }],
  ['a wider one', [...without('Directory.Read.All'), 'Directory.ReadWrite.All'], {}],
  [
    'none',
    [],
    Object.fromEntries(
      BASE_PERMISSIONS.map((name) => [name, name === 'Policy.Read.All' ? 2 : name === 'Directory.Read.All' ? 1 : 0]),
    ),
  ],
])('%s', (_, roles, missing) => {
  expect(Object.fromEntries(checkTenantRights(held(roles), [rights]).missing)).toEqual(missing);
});

test('one warning for each optional permission, with the controls it would unlock', () => {
  const { warnings } = checkTenantRights(held(BASE_PERMISSIONS), [rights]);
  expect(warnings).toEqual([
    {
      code: 'optional-rights-missing',
      missing: ['AuditLog.Read.All'],
      detail: expect.stringContaining('1 control: 1.1.2.'),
    },
    {
      code: 'optional-rights-missing',
      missing: ['Exchange.ManageAsApp'],
      detail: expect.stringContaining('2 controls: 4.1, 4.2.'),
    },
  ]);
});

test('none is told twice, as required and as optional', () => {
  const later = { ...rights, benchmark: 'later', base: ['AuditLog.Read.All'], optional: [] };
  expect(requiredPermissions([rights, later])).toEqual([...BASE_PERMISSIONS, 'AuditLog.Read.All'].sort());
  const { missing, warnings } = checkTenantRights(held(BASE_PERMISSIONS), [rights, later]);
  expect([...missing.keys()]).toEqual(['AuditLog.Read.All']);
  expect(warnings.map((warning) => warning.missing)).toEqual([['Exchange.ManageAsApp']]);
  expect(warnings[0]?.detail).toContain('cis-m365-1.3.0 4.1');
});

test('a token that can write is taken, with a warning that names what', () => {
  const all = [...BASE_PERMISSIONS, ...rights.optional];
  expect(checkTenantRights(held(all, ['Mail.Send']), [rights]).warnings).toEqual([
    { code: 'can-write', missing: [], detail: expect.stringContaining('Mail.Send') },
  ]);
  expect(checkTenantRights(held(all), [rights]).warnings).toEqual([]);
});

import { afterEach, describe, expect, test } from '@jest/globals';
import { openRights } from '@cis-scan/access';
import { BASE_PERMISSIONS } from '@cis-scan/access/m365';
import {
  APP,
  fakeM365,
  say365,
  TENANT,
  type M365Said,
  type M365Seen,
} from '../../../../shared/access/src/testing/fake-m365.ts';
import { goodBody, SAMPLE_RIGHTS, testIntake } from '../testing/intake.ts';
import { m365Provider } from './m365.ts';

type Intake = Awaited<ReturnType<typeof testIntake>>;
let fake: Awaited<ReturnType<typeof fakeM365>>;
let intake: Intake;
afterEach(async () => {
  await Promise.all([fake.stop(), intake.app.close()]);
});

/** The API over a sign-in and a Graph on loopback that answer as told. */
async function post(answers: (seen: M365Seen) => M365Said | null, more: object = {}) {
  fake = await fakeM365(answers);
  const { url } = fake;
  const m365 = m365Provider({
    queueUrl: 'https://queue.invalid/o365.fifo',
    rights: openRights(SAMPLE_RIGHTS),
    doors: { login: url, graph: url, exchange: null },
  });
  intake = await testIntake({ providers: { m365 } });
  const target = {
    access_type: 'credentials',
    access_input: { client_id: APP, client_secret: 'CANARYSECRET', tenant_id: TENANT },
  };
  const payload = { ...goodBody(), scan_input: [target], ...more };
  const answer = await intake.app.inject({
    method: 'POST',
    url: '/scans',
    payload,
    headers: { 'x-api-key': intake.key },
  });
  expect([answer.body, JSON.stringify([...intake.table.scans]), ...intake.logged].join()).not.toContain('CANARY');
  return answer;
}
const granted =
  (graph: readonly string[], exchange: readonly string[] = []) =>
  (seen: M365Seen): M365Said | null => {
    if (seen.path.startsWith('/v1.0/organization')) return say365.organization();
    if (!seen.path.includes('/token')) return null;
    return say365.token({ roles: seen.parameters.get('scope')?.includes('outlook') ? exchange : graph });
  };
const without = (name: string): string[] => BASE_PERMISSIONS.filter((one) => one !== name);
const everything = [...BASE_PERMISSIONS, 'AuditLog.Read.All'];

describe('202', () => {
  test('with everything granted, nothing is to be said; the tenant is recorded by its name', async () => {
    const answer = await post(granted(everything, ['Exchange.ManageAsApp']));
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toMatchObject({ targets: [{ provider: 'm365', account: TENANT }], warnings: [] });
    const [scan] = intake.table.scans.values();
    expect(scan?.request.targets).toMatchObject([{ account: TENANT, name: 'Contoso', cloud: 'global' }]);
  });

  test('each missing optional permission is a warning with the controls it would unlock', async () => {
    const { warnings } = (await post(granted(BASE_PERMISSIONS))).json<{ warnings: object[] }>();
    expect(warnings).toEqual([
      { code: 'optional-rights-missing', missing: ['AuditLog.Read.All'], detail: expect.stringContaining('1.1.2') },
      { code: 'optional-rights-missing', missing: ['Exchange.ManageAsApp'], detail: expect.stringContaining('4.1') },
    ]);
  });

  test('an app that can write is taken, with a warning in the answer and for the report', async () => {
    const answer = await post(granted([...everything, 'Directory.ReadWrite.All'], ['Exchange.ManageAsApp']));
    const warning = { code: 'can-write', detail: expect.stringContaining('Directory.ReadWrite.All'), missing: [] };
    expect(answer.json()).toMatchObject({ warnings: [warning] });
    expect(JSON.parse(intake.queue.taken[0]?.MessageBody ?? '')).toMatchObject({ warnings: [warning] });
  });

  test('without one of the six, when partial rights are allowed', async () => {
    const answer = await post(granted(without('Policy.Read.All')), { allow_partial: true });
    expect(answer.statusCode).toBe(202);
    expect(answer.json<{ warnings: object[] }>().warnings[0]).toEqual({
      code: 'rights-missing',
      missing: ['Policy.Read.All'],
      detail: expect.stringContaining('Policy.Read.All (2 controls)'),
    });
  });
});

describe('422', () => {
  test.each(BASE_PERMISSIONS)('without %s, named with what it costs', async (name) => {
    const answer = await post(granted(without(name)));
    expect(answer.statusCode).toBe(422);
    const { errors } = answer.json<{ errors: { path: string; detail: string }[] }>();
    expect(errors).toEqual([
      { path: 'scan_input[0].access_input', detail: expect.stringContaining(`Tenant ${TENANT}`) },
    ]);
    expect(errors[0]?.detail).toMatch(new RegExp(`${name.replaceAll('.', '\\.')} \\(\\d controls?\\)`));
    expect(intake.queue.taken).toHaveLength(0);
  });

  test.each<[number, string]>([
    [7000215, 'value'],
    [7000222, 'expired'],
    [700016, 'not known in tenant'],
    [90002, 'no tenant'],
    [53003, 'Conditional Access'],
    [900439, 'cloud'],
  ])('AADSTS%i says %s', async (number, words) => {
    const answer = await post((seen) => (seen.path.includes('/token') ? say365.refused(number) : null));
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ detail: expect.stringContaining(words) }] });
    expect(intake.table.scans.size).toBe(0);
  });
});

test('a sign-in that nobody answers is an outage, not a refusal', async () => {
  const answer = await post((seen) => (seen.path.includes('/token') ? say365.refused(90033, 400) : null));
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBeDefined();
});

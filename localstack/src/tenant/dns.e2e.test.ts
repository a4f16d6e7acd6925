import { Resolver } from 'node:dns/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startDemoTenants, type DemoTenants } from '../tenant.ts';

let tenants: DemoTenants;
let resolver: Resolver;

beforeAll(async () => {
  tenants = await startDemoTenants();
  resolver = new Resolver({ timeout: 200, tries: 1 });
  resolver.setServers([tenants.env['SCAN_DNS_SERVERS'] ?? '']);
});
afterAll(() => tenants.stop());

const codeOf = (looked: Promise<unknown>): Promise<unknown> =>
  looked.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  );

describe('what is published', () => {
  test('a record in two chunks', async () => {
    expect(await resolver.resolveTxt('larkfield.example')).toContainEqual([
      'V=SPF1 include:spf.protection.outlook.com ',
      'ip4:203.0.113.10 -all',
    ]);
  });
  test('mail servers, the null one too', async () => {
    expect(await resolver.resolveMx('harbourline.example')).toMatchObject([
      { exchange: 'harbourline-example.mail.protection.outlook.com', priority: 0 },
    ]);
    expect(await resolver.resolveMx('larkfield-parked.example')).toMatchObject([{ exchange: '', priority: 0 }]);
  });
  test('an alias, and the text behind it', async () => {
    const name = 'selector1._domainkey.larkfield.example';
    expect(await resolver.resolveCname(name)).toEqual([
      'selector1-larkfield-example._domainkey.larkfieldexample.onmicrosoft.com',
    ]);
    const [chunks = []] = await resolver.resolveTxt(name);
    expect(chunks.join('')).toMatch(/^v=DKIM1; k=rsa; p=.{392}$/);
  });
  test('an answer too long for UDP comes over TCP', async () => {
    expect(await resolver.resolveTxt('harbourline.example')).toHaveLength(42);
  });
  test('case does not matter', async () => {
    expect(await resolver.resolveTxt('_DMARC.Larkfield.Example')).toHaveLength(1);
  });
});

describe('what is not there, and what goes wrong', () => {
  test.each([
    ['no such name', 'no-such-name.example', 'ENOTFOUND'],
    ['a name without a text', 'old-harbour.example', 'ENODATA'],
    ['a name that only has names below it', '_domainkey.larkfield.example', 'ENODATA'],
    ['an alias that leads to nothing', 'selector1._domainkey.harbourline-shop.example', 'ENOTFOUND'],
    ['aliases in a circle', 'circle.example', 'ESERVFAIL'],
    ['a broken name server', 'servfail.example', 'ESERVFAIL'],
    ['a refusing one', 'refused.example', 'EREFUSED'],
    ['a silent one', 'timeout.example', 'ETIMEOUT'],
  ])('%s', async (_, name, code) => {
    expect(await codeOf(resolver.resolveTxt(name))).toBe(code);
  });

  test.each([
    ['servfail', 'ESERVFAIL'],
    ['refused', 'EREFUSED'],
    ['nxdomain', 'ENOTFOUND'],
    ['nodata', 'ENODATA'],
    ['hang', 'ETIMEOUT'],
  ] as const)('the fault %s strikes one question', async (effect, code) => {
    tenants.setFaults([{ match: { surface: 'dns', call: 'TXT larkfield.example' }, effect }]);
    tenants.clearCalls();
    expect(await codeOf(resolver.resolveTxt('larkfield.example'))).toBe(code);
    expect(await codeOf(resolver.resolveMx('larkfield.example'))).toBe('answered');
    expect(tenants.calls().calls).toContainEqual({
      surface: 'dns',
      tenantId: null,
      call: 'MX larkfield.example',
      count: 1,
      throttled: 0,
    });
    tenants.setFaults([]);
  });
});

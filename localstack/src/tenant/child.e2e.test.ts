import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { startDemoTenants } from '../tenant.ts';

const READ = `
  const answer = await fetch(process.env.SCAN_LOGIN_ENDPOINT_URL + '/larkfield.example/v2.0/.well-known/openid-configuration');
  process.stdout.write(String((await answer.json()).issuer));
`;

test('a child process reaches the tenants with nothing but its environment; stopping leaves nothing behind', async () => {
  const tenants = await startDemoTenants();
  const file = tenants.env['NODE_EXTRA_CA_CERTS'] ?? '';
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', READ], {
    env: tenants.env,
  });
  expect(stdout).toBe(`${tenants.env['SCAN_LOGIN_ENDPOINT_URL']}/${tenants.tidy.tenantId}/v2.0`);
  await tenants.stop();
  await expect(access(file)).rejects.toThrow('ENOENT');
  await expect(fetch(tenants.env['SCAN_LOGIN_ENDPOINT_URL'] ?? '')).rejects.toThrow('fetch failed');
});

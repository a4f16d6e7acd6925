/**
 * The demo tenants inside docker-compose: answers as Microsoft 365 does, under an authority made now, which the services
 * trust by the file that AUTHORITY_FILE names. Prints who can be scanned.
 */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { startDemoTenants } from '../tenant.ts';

const PORTS = { login: 5601, graph: 5602, exchange: 5603, purview: 5604, sharepoint: 5605, teams: 5606, dns: 5607 };

const tenants = await startDemoTenants({
  host: '0.0.0.0',
  name: process.env['TENANTS_HOST'] ?? 'scanned-tenants',
  ports: PORTS,
  authorityFile: process.env['AUTHORITY_FILE'] ?? '/run/demo-tenants/authority.pem',
});
for (const { tenantId, clientId, clientSecret } of [tenants.messy, tenants.tidy, tenants.plain]) {
  process.stdout.write(`${JSON.stringify({ tenant: tenantId, client_id: clientId, client_secret: clientSecret })}\n`);
}
// in the container's own memory, so that nothing of an earlier start looks like ready
writeFileSync('/tmp/ready', '');
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await tenants.stop();

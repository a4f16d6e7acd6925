export { AccessRefused, AccessUnavailable, type RefusedCode } from '../refused.ts';
export { readPem, type PemReading } from './certificate.ts';
export { cloudHosts, isM365Cloud, M365_CLOUDS, type Audience, type M365Cloud } from './clouds.ts';
export { m365Doors, type M365Doors } from './doors.ts';
export { isGuid } from './guid.ts';
export { apiOf, BASE_PERMISSIONS } from './permissions.ts';
export { checkTenantRights, requiredPermissions, type TenantRights } from './rights-check.ts';
export { openM365Target, type M365Target, type OpenM365Options } from './target.ts';

type Env = Readonly<Record<string, string | undefined>>;

const DOORS = /^SCAN_[A-Z0-9]+_ENDPOINT_URL$|^SCAN_DNS_SERVERS$/;
const ACCOUNTS = 'SCAN_AWS_ENDPOINT_URL';
/** Whom to trust behind such doors. */
const AUTHORITY = 'NODE_EXTRA_CA_CERTS';

const doorsIn = (env: Env): string[] => Object.keys(env).filter((name) => DOORS.test(name) && env[name]);

/** Whether a door to tenants is set: then the demo tenants would only stand beside them, under another authority. */
export const tenantDoorsSet = (env: Env = process.env): boolean => doorsIn(env).some((name) => name !== ACCOUNTS);

/** Doors that are already set: they win over those of the demo accounts and tenants. */
export const doorsSet = (env: Env = process.env): Record<string, string> =>
  Object.fromEntries(
    [...doorsIn(env), ...(tenantDoorsSet(env) ? [AUTHORITY] : [])].flatMap((name) =>
      env[name] ? [[name, env[name]]] : [],
    ),
  );

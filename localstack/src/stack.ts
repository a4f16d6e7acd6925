import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmulator, type Emulator } from './emulator.ts';
import { startMailbox, type Mailbox } from './mailbox.ts';
import { startOverlay, type Overlay } from './overlay.ts';
import { provision } from './provision.ts';
import { createApiKey } from './stack/api-key.ts';
import { freePort } from './stack/free-port.ts';
import { doorsSet, tenantDoorsSet } from './stack/doors.ts';
import { startService, type Service, type ServiceName } from './stack/service.ts';
import { startDemoTenants, type DemoTenants } from './tenant.ts';

/** The whole product on this machine: emulator, mailbox and the services' processes. */
export interface Stack {
  readonly api: string;
  readonly key: string;
  /** External id of the key's caller: what roles must ask for. */
  readonly externalId: string;
  readonly emulator: Emulator;
  readonly overlay: Overlay;
  /** `null` where the environment's own doors lead to tenants. */
  readonly tenants: DemoTenants | null;
  readonly mailbox: Mailbox;
  /** Environment of the services; also what reads their table and bucket. */
  readonly env: Readonly<Record<string, string>>;
  readonly logs: string;
  readonly services: () => readonly Service[];
  /** Starts one more process of a service. */
  start(name: ServiceName): Promise<Service>;
  stop(): Promise<void>;
}

export interface StackOptions {
  /** Port of the API; a free one if it is taken. */
  readonly port?: number;
  readonly mailboxPort?: number;
  /** Processes per service. */
  readonly instances?: number;
  /** Added to the services' environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the emulator allows without looking at policies: see startEmulator. */
  readonly authorizeAfterCalls?: number;
  /** Folder for the services' logs; a temporary one when absent. */
  readonly logs?: string;
  readonly onProgress?: (line: string) => void;
}

const SERVICES: readonly ServiceName[] = ['reporter', 'aws-scanner', 'o365-scanner', 'intake'];

/** Starts everything, the services last; what was started is stopped again when something does not start. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const { onProgress = () => {}, instances = 1 } = options;
  const stops: (() => Promise<void>)[] = [];
  const services = new Set<Service>();
  const stop = async (): Promise<void> => {
    await Promise.all([...services].map((service) => service.stop()));
    for (const end of stops.splice(0).reverse()) await end();
  };
  const logs = options.logs ?? mkdtempSync(join(tmpdir(), 'cis-scan-'));
  mkdirSync(logs, { recursive: true });
  try {
    onProgress('starting the AWS emulator');
    const authorizing =
      options.authorizeAfterCalls === undefined ? {} : { authorizeAfterCalls: options.authorizeAfterCalls };
    const emulator = await startEmulator({ onProgress, ...authorizing });
    stops.push(() => emulator.stop());
    const overlay = await startOverlay({ emulatorUrl: emulator.url });
    stops.push(() => overlay.stop());
    const tenants = tenantDoorsSet() ? null : await startDemoTenants();
    if (tenants) stops.push(() => tenants.stop());
    const mailbox = await startMailbox({ pagePort: await freePort(options.mailboxPort) });
    stops.push(() => mailbox.stop());
    onProgress('provisioning queues, bus, table, key and bucket');
    const port = await freePort(options.port);
    const env = {
      ...(await provision({ endpoint: emulator.url })),
      PATH: process.env['PATH'] ?? '',
      SCAN_AWS_ENDPOINT_URL: overlay.url,
      ...tenants?.env,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      MAIL_SERVER: '127.0.0.1',
      MAIL_PORT: String(mailbox.smtpPort),
      MAIL_USE_SSL: 'False',
      MAIL_USE_TLS: 'False',
      FROM_ADDR: 'cis-scan@example.com',
      TEMP_PATH: logs,
      TICK_SECONDS: '2',
      ...options.env,
      ...doorsSet(),
    };
    const start = async (name: ServiceName, wanted?: number): Promise<Service> => {
      const logFile = join(logs, `${name}.log`);
      const service = await startService({ name, port: wanted ?? (await freePort()), env, logFile });
      services.add(service);
      void service.ended.then(() => services.delete(service));
      return service;
    };
    onProgress('starting intake, both scanners and reporter');
    const { key, externalId } = await createApiKey('demo', env);
    const wanted = SERVICES.flatMap((name) => Array.from({ length: instances }, (_, i) => ({ name, i })));
    await Promise.all(wanted.map(({ name, i }) => start(name, name === 'intake' && i === 0 ? port : undefined)));
    return {
      api: `http://127.0.0.1:${port}`,
      key,
      externalId,
      emulator,
      overlay,
      tenants,
      mailbox,
      env,
      logs,
      services: () => [...services],
      start: (name) => start(name),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { jsonAnswer, type Answer } from './overlay/call.ts';
import { control, isControl, type Controls } from './overlay/control.ts';
import { CallCounter, type CallCount } from './overlay/counts.ts';
import type { AccountFacts } from './overlay/facts.ts';
import { Faults, type Fault } from './overlay/faults.ts';
import { handle, type Rooms } from './overlay/handle.ts';
import { Callers } from './overlay/iam/callers.ts';
import { recognise } from './overlay/recognise.ts';

export type { AccountFacts } from './overlay/facts.ts';
export type { Fault } from './overlay/faults.ts';

/** What stands between the scanner and the emulator's scanned accounts. */
export interface Overlay {
  /** For SCAN_AWS_ENDPOINT_URL. */
  readonly url: string;
  /** Says what the emulator cannot be told about an account; from then on its policies are enforced. */
  describe(account: string, facts: Omit<AccountFacts, 'account'>): Promise<void>;
  /** Puts these faults in force instead of those before. */
  setFaults(faults: readonly Fault[]): void;
  calls(): { total: number; mostInFlight: number; calls: CallCount[] };
  clearCalls(): void;
  stop(): Promise<void>;
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': answer.body.length });
  response.end(answer.body);
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  rooms: Rooms,
  controls: Controls,
): Promise<void> {
  const body = await buffer(request);
  const [method, path] = [request.method ?? 'GET', request.url ?? '/'];
  if (isControl(path)) return send(response, await control(method, path, body.toString(), controls));
  const answer = await handle(recognise(method, path, request.headers, body), rooms);
  if (answer === 'hang') return;
  if (answer === 'disconnect') return void request.socket.destroy();
  send(response, answer);
}

/** Starts the overlay in front of an emulator, on loopback unless another host is named (inside a container). */
export async function startOverlay(options: { emulatorUrl: string; host?: string; port?: number }): Promise<Overlay> {
  const emulator = new URL(options.emulatorUrl);
  const accounts = new Map<string, AccountFacts>();
  const [callers, faults, counter] = [new Callers(emulator), new Faults(), new CallCounter()];
  const rooms: Rooms = { emulator, accounts, callers, faults, counter };
  const controls: Controls = {
    accounts,
    faults,
    counter,
    // Opens the way to the account's policies now, while the emulator does not yet authorize.
    onAccount: async (account) => void (await callers.policies(account)),
  };
  const server = createServer((request, response) => {
    serve(request, response, rooms, controls).catch((error: unknown) => {
      if (!response.headersSent) send(response, jsonAnswer(502, { error: `overlay: ${String(error)}` }));
    });
  });
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async describe(account, facts) {
      accounts.set(account, { ...facts, account });
      await controls.onAccount(account);
    },
    setFaults: (list) => faults.set(list),
    calls: () => counter.read(),
    clearCalls: () => counter.clear(),
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await callers.stop();
    },
  };
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import type { MessageStore } from './messages.ts';

/** Address in lower case → SMTP code it is answered with. */
export type Refusals = Map<string, number>;

const MAX_BYTES = 30 * 1024 * 1024;

export interface SmtpDoor {
  readonly port: number;
  setDown(down: boolean): Promise<void>;
}

function newServer(store: MessageStore, refusals: Refusals): SMTPServer {
  return new SMTPServer({
    size: MAX_BYTES,
    // No certificate here; user and password are taken in clear and any will do.
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, _session, done) {
      done(null, { user: auth.username ?? 'anybody' });
    },
    onRcptTo({ address }, _session, done) {
      const code = refusals.get(address.toLowerCase());
      if (code === undefined) return done();
      done(Object.assign(new Error('recipient refused by request of a test'), { responseCode: code }));
    },
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map((to) => to.address) };
      callbackify(async () => store.add(envelope, await buffer(stream)))(done);
    },
  });
}

/** Opens the SMTP side on loopback. `setDown(true)` closes the port, `setDown(false)` opens the same port again. */
export async function smtpDoor(store: MessageStore, refusals: Refusals, wantedPort: number): Promise<SmtpDoor> {
  let server: SMTPServer | null = null;

  const open = async (port: number): Promise<number> => {
    server = newServer(store, refusals);
    // A client that hangs up in the middle is its own affair.
    server.on('error', () => {});
    const net = server.listen(port, '127.0.0.1');
    await once(net, 'listening');
    return (net.address() as AddressInfo).port;
  };
  const port = await open(wantedPort);

  return {
    port,
    async setDown(down) {
      if (!down) {
        if (server === null) await open(port);
        return;
      }
      const closing = server;
      server = null;
      if (closing === null) return;
      await new Promise<void>((resolve) => closing.close(() => resolve()));
    },
  };
}

import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import {
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
  type Packet,
} from 'dns-packet';
import { RCODE, type Said } from './answer.ts';

/** What fits into one UDP answer where the client did not say that it takes more. */
const PLAIN_UDP_BYTES = 512;
/** More is not sent over UDP whatever the client takes: the size that all current name servers agreed on. */
const MOST_UDP_BYTES = 1232;

/** Answers one question. */
export type Ask = (type: string, name: string) => Promise<Said>;

export interface NameServer {
  /** `127.0.0.1:5353`, as SCAN_DNS_SERVERS takes it. */
  readonly address: string;
  stop(): Promise<void>;
}

function packet(query: Packet, said: Exclude<Said, 'silent'>, truncated = false): Packet {
  const { id = 0, questions = [], flags = 0 } = query;
  const head = AUTHORITATIVE_ANSWER | RECURSION_AVAILABLE | (flags & RECURSION_DESIRED) | RCODE[said.rcode];
  return {
    type: 'response',
    id,
    flags: head | (truncated ? TRUNCATED_RESPONSE : 0),
    questions,
    answers: truncated ? [] : [...said.records],
  };
}

async function answered(bytes: Buffer, ask: Ask, mostBytes: (query: Packet) => number): Promise<Buffer | null> {
  const query = decode(bytes);
  const [question] = query.questions ?? [];
  if (question === undefined) return null;
  const said = await ask(question.type, question.name);
  if (said === 'silent') return null;
  const whole = encode(packet(query, said));
  return whole.length <= mostBytes(query) ? whole : encode(packet(query, said, true));
}

function udpBytes(query: Packet): number {
  const [size] = (query.additionals ?? []).flatMap((record) => (record.type === 'OPT' ? record.udpPayloadSize : []));
  return Math.min(MOST_UDP_BYTES, Math.max(PLAIN_UDP_BYTES, size ?? PLAIN_UDP_BYTES));
}

/** One TCP connection: questions one after the other, each with its length before it. */
function converse(socket: Socket, ask: Ask): void {
  let rest = Buffer.alloc(0);
  const answerWhole = async (): Promise<void> => {
    while (rest.length >= 2 && rest.length >= 2 + rest.readUInt16BE(0)) {
      const length = rest.readUInt16BE(0);
      const bytes = rest.subarray(2, 2 + length);
      rest = rest.subarray(2 + length);
      const answer = await answered(bytes, ask, () => 0xffff);
      if (answer === null) continue;
      const size = Buffer.alloc(2);
      size.writeUInt16BE(answer.length);
      socket.write(Buffer.concat([size, answer]));
    }
  };
  let turn = Promise.resolve();
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    turn = turn.then(answerWhole).catch(() => void socket.destroy()); // what is no DNS question gets no answer
  });
  socket.on('error', () => socket.destroy());
}

/** A name server on one port, UDP and TCP. */
export async function startNameServer(
  ask: Ask,
  { host, port = 0, name = host }: { readonly host: string; readonly port?: number; readonly name?: string },
): Promise<NameServer> {
  const tcp = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    converse(socket, ask);
  });
  const sockets = new Set<Socket>();
  tcp.listen(port, host);
  await once(tcp, 'listening');
  const bound = (tcp.address() as AddressInfo).port;
  const udp = createSocket('udp4');
  udp.on('message', (bytes, { address, port: from }) => {
    const sent = answered(bytes, ask, udpBytes).then((answer) => {
      if (answer !== null) udp.send(answer, from, address);
    });
    sent.catch(() => undefined); // what is no DNS question gets no answer
  });
  try {
    udp.bind(bound, host);
    await once(udp, 'listening');
  } catch (error) {
    tcp.close(); // someone else has this port for UDP
    throw error;
  }
  return {
    address: `${name}:${bound}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([new Promise((done) => tcp.close(done)), new Promise<void>((done) => udp.close(() => done()))]);
    },
  };
}

import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** What is said about a question: the answer's code and its TXT records, each as its chunks; `silent`: nothing. */
export type NameSaid = { readonly rcode: number; readonly txt?: readonly (readonly string[])[] } | 'silent';

const u16 = (...values: readonly number[]): Buffer => Buffer.from(values.flatMap((n) => [(n >> 8) & 255, n & 255]));

function record(chunks: readonly string[]): Buffer {
  const data = Buffer.concat(chunks.map((chunk) => Buffer.from([chunk.length, ...Buffer.from(chunk)])));
  // its name points to the question's; TXT, IN, a TTL of 60 s
  return Buffer.concat([u16(0xc00c, 16, 1, 0, 60, data.length), data]);
}

/** A name server on loopback that says one thing to every question, and remembers the names. */
export async function nameServer(says: (name: string, nth: number) => NameSaid) {
  const names: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (query, { address, port }) => {
    let at = 12;
    const labels: string[] = [];
    for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
      labels.push(query.toString('latin1', at + 1, at + 1 + length));
      at += length + 1;
    }
    const name = labels.join('.').toLowerCase();
    const said = says(name, names.push(name) - 1);
    if (said === 'silent') return;
    const { rcode, txt = [] } = said;
    const head = u16(query.readUInt16BE(0), 0x8180 | rcode, 1, txt.length, 0, 0);
    socket.send(Buffer.concat([head, query.subarray(12, at + 5), ...txt.map(record)]), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    names,
    stop: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}

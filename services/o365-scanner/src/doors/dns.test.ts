import { expect, test } from '@jest/globals';
import { BRISK } from '../pace.ts';
import { nameServer, type NameSaid } from '../testing/name-server.ts';
import { asking } from './asking.ts';
import { dnsDoor } from './dns.ts';

const [OK, SERVFAIL, NXDOMAIN] = [0, 2, 3];
const spf: NameSaid = { rcode: OK, txt: [['v=spf1 ', '-all'], ['other']] };

/** What the door gives, the names that were asked and the pauses between its attempts. */
async function asked(name: string, says: (name: string, nth: number) => NameSaid, host = '127.0.0.1') {
  const server = await nameServer(says);
  const waits: number[] = [];
  const ask = asking('dns', { pace: BRISK, wait: async (ms) => void waits.push(ms) });
  const door = dnsDoor({ servers: [`${host}:${server.port}`], ask, silence: { timeout: 100, tries: 2 } });
  try {
    const answer = await door.query('TXT', name).catch(({ code }: { code?: string }) => code);
    return { answer, names: [...new Set(server.names)], waits: waits.length };
  } finally {
    door.close();
    await server.stop();
  }
}

test.each<[string, (name: string, nth: number) => NameSaid, unknown, number]>([
  ['records, with their chunks', () => spf, spf.txt, 0],
  ['a name without such records', () => ({ rcode: OK }), 'ENODATA', 0],
  ['no such name', () => ({ rcode: NXDOMAIN }), 'ENOTFOUND', 0],
  ['a server that is broken', () => ({ rcode: SERVFAIL }), 'ESERVFAIL', 2],
  ['no answer', () => 'silent', 'ETIMEOUT', 0],
  ['an answer only to the second question', (_, nth) => (nth === 0 ? 'silent' : spf), spf.txt, 0],
])('%s', async (_, says, answer, waits) => {
  expect(await asked('contoso.example', says)).toEqual({ answer, names: ['contoso.example'], waits });
});

test('a server that is broken for a moment', async () => {
  let broken = true;
  const says = (): NameSaid => (broken ? { rcode: SERVFAIL } : spf);
  const server = await nameServer(says);
  const ask = asking('dns', { pace: BRISK, wait: async () => void (broken = false) });
  const door = dnsDoor({ servers: [`127.0.0.1:${server.port}`], ask });
  expect(await door.query('TXT', 'contoso.example')).toEqual(spf.txt);
  door.close();
  await server.stop();
});

test('a name in other letters is asked in those of DNS, at a server given by name', async () => {
  const { answer, names } = await asked('_dmarc.bücher.example', () => spf, 'localhost');
  expect([answer, names]).toEqual([spf.txt, ['_dmarc.xn--bcher-kva.example']]);
});

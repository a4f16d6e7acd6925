import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Secret } from '@cis-scan/secret';
import type { Letter } from './compose.ts';
import { addressOf, smtp, type MailServer } from './smtp.ts';

/** What a mail server was told. */
interface Heard {
  readonly commands: string[];
  readonly data: string[];
}

/** A mail server of a few lines; `answers` replaces what it says to commands that begin so. */
function mailServer(heard: Heard, answers: Readonly<Record<string, string>>): Server {
  return createServer((socket) => {
    let inData = false;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    socket.on('error', () => {});
    say('220 test');
    createInterface({ input: socket }).on('line', (line) => {
      if (inData) {
        if (line !== '.') return void heard.data.push(line);
        inData = false;
        return say(answers['.'] ?? '250 taken');
      }
      heard.commands.push(line);
      const answer = Object.entries(answers).find(([begin]) => line.startsWith(begin))?.[1];
      if (answer) return say(answer);
      if (line === 'DATA') {
        inData = true;
        return say('354 go on');
      }
      say(
        line.startsWith('QUIT') ? '221 bye' : line.startsWith('EHLO') && answers['AUTH'] ? '250 AUTH PLAIN' : '250 ok',
      );
    });
  });
}

let heard: Heard;
let server: Server;
async function listen(answers: Readonly<Record<string, string>> = {}, more: Partial<MailServer> = {}) {
  server = mailServer(heard, answers).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return smtp({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    useSsl: false,
    useTls: false,
    username: undefined,
    password: undefined,
    from: 'CIS scan <scan@mail.example>',
    ...more,
  });
}
beforeEach(() => {
  heard = { commands: [], data: [] };
});
afterEach(() => {
  server.close();
});

const letter = (to = 'a@example.com'): Letter => ({
  to,
  messageId: '<id@mail.example>',
  subject: 'Report',
  html: '<p>x</p>',
  text: 'x',
  attachments: [{ filename: 'r.csv', contentType: 'text/csv', content: Buffer.from('a,b') }],
});

test('one message, to one recipient, under our id', async () => {
  const send = await listen();
  expect(await send(letter())).toEqual({ kind: 'sent' });
  expect(heard.commands.filter((line) => /^(MAIL|RCPT)/.test(line))).toEqual([
    'MAIL FROM:<scan@mail.example>',
    'RCPT TO:<a@example.com>',
  ]);
  expect(heard.data).toContain('Message-ID: <id@mail.example>');
  expect(heard.data).toContain('To: a@example.com');
});

test.each([
  'a@example.com\r\nBcc: evil@evil.example',
  'a@example.com, evil@evil.example',
  'a@example.com> RCPT TO:<evil@evil.example',
  'evil@evil.example <a@example.com>',
])('an address that is none reaches nobody else: %j', async (to) => {
  const send = await listen();
  expect(await send(letter(to))).toEqual({ kind: 'refused', detail: 'not a mail address' });
  expect(heard).toEqual({ commands: [], data: [] });
});

test.each([
  [
    'the recipient is refused',
    { RCPT: '550 5.1.1 nobody here' },
    { kind: 'refused', detail: 'SMTP 550: 5.1.1 nobody here' },
  ],
  ['the recipient is refused for now', { RCPT: '450 later' }, { kind: 'failed', detail: 'SMTP 450: later' }],
  ['the content is refused', { '.': '554 no' }, { kind: 'refused', detail: 'SMTP 554: no' }],
  ['the content is refused for now', { '.': '451 busy' }, { kind: 'failed', detail: 'SMTP 451: busy' }],
])('%s', async (_, answers, result) => {
  const send = await listen(answers);
  expect(await send(letter())).toEqual(result);
});

test('a wrong login of ours is nobody’s refusal, and its words stay with us', async () => {
  const send = await listen(
    { AUTH: '535 bad canary-password' },
    { username: 'u', password: new Secret('canary-password') },
  );
  expect(await send(letter())).toEqual({ kind: 'failed', detail: 'SMTP 535' });
});

test('without STARTTLS nothing is sent where it is demanded', async () => {
  const send = await listen({ STARTTLS: '454 not here' }, { useTls: true });
  expect((await send(letter())).kind).toBe('failed');
  expect(heard.data).toEqual([]);
});

test('nobody listens', async () => {
  const send = await listen();
  server.close();
  await once(server, 'close');
  expect(await send(letter())).toEqual({ kind: 'failed', detail: 'mail server not reached (ESOCKET)' });
});

test.each([
  ['Name <a@b.c>', 'a@b.c'],
  [' a@b.c ', 'a@b.c'],
  ['"x <y>" <a@b.c>', 'a@b.c'],
])('the address in %j is %j', (from, address) => {
  expect(addressOf(from)).toBe(address);
});

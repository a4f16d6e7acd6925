import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startMailbox, type Mailbox } from './mailbox.ts';

let mailbox: Mailbox;
beforeEach(async () => {
  mailbox = await startMailbox();
});
afterEach(() => mailbox.stop());

const message = [
  'From: Scanner <scan@example.com>',
  'To: someone@example.com',
  'Message-ID: <one@example.com>',
  'Subject: <script>alert(1)</script>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<h1>Report</h1><script>alert(2)</script>',
  '--b',
  'Content-Type: text/csv; name=report.csv',
  'Content-Disposition: attachment; filename=report.csv',
  '',
  'a,b',
  '--b--',
];

/** Speaks SMTP line by line and returns the code of each answer. */
async function deliver(port: number, recipient: string): Promise<number[]> {
  const socket = connect(port, '127.0.0.1');
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const codes: number[] = [];
  const read = async (): Promise<void> => {
    for (;;) {
      const { value } = await lines.next();
      if (String(value).charAt(3) === ' ') return void codes.push(Number(String(value).slice(0, 3)));
    }
  };
  await once(socket, 'connect');
  await read();
  const steps = [
    'EHLO test',
    'MAIL FROM:<scan@example.com>',
    `RCPT TO:<${recipient}>`,
    'DATA',
    [...message, '.'].join('\r\n'),
  ];
  for (const step of steps) {
    socket.write(`${step}\r\n`);
    await read();
    if ((codes.at(-1) ?? 0) >= 400) break;
  }
  socket.end('QUIT\r\n');
  return codes;
}

describe('mailbox', () => {
  test('keeps what it accepts, parsed and raw', async () => {
    expect(await deliver(mailbox.smtpPort, 'someone@example.com')).toEqual([220, 250, 250, 250, 354, 250]);
    const [received] = await mailbox.waitFor(1);
    expect(received).toMatchObject({
      envelope: { from: 'scan@example.com', to: ['someone@example.com'] },
      messageId: '<one@example.com>',
      from: 'scan@example.com',
      attachments: [{ name: 'report.csv', type: 'text/csv' }],
    });
    const list = (await (await fetch(`${mailbox.url}/messages`)).json()) as { id: number }[];
    expect(list).toMatchObject([
      { messageId: '<one@example.com>', hasHtml: true, attachments: [{ name: 'report.csv' }] },
    ]);
    const raw = await (await fetch(`${mailbox.url}/messages/${list[0]?.id}/raw`)).text();
    expect(raw.trimEnd()).toBe(message.join('\r\n'));
    const csv = await fetch(`${mailbox.url}/messages/${list[0]?.id}/attachments/0`);
    expect((await csv.text()).trim()).toBe('a,b');
    expect(csv.headers.get('content-type')).toBe('application/octet-stream');
  });

  test('shows hostile messages without running them', async () => {
    await deliver(mailbox.smtpPort, 'someone@example.com');
    for (const path of ['/', '/messages/1/view']) {
      const answer = await fetch(mailbox.url + path);
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-/);
      expect(await answer.text()).not.toContain('<script');
    }
    const html = await fetch(`${mailbox.url}/messages/1/html`);
    expect(html.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  test.each([550, 451])('refuses a recipient with %i until told otherwise', async (code) => {
    mailbox.refuse('No@example.com', code);
    expect(await deliver(mailbox.smtpPort, 'no@example.com')).toEqual([220, 250, 250, code]);
    expect(mailbox.messages()).toEqual([]);
    mailbox.refuse('no@example.com', null);
    expect((await deliver(mailbox.smtpPort, 'no@example.com')).at(-1)).toBe(250);
  });

  test('is down and up again on the same port', async () => {
    await fetch(`${mailbox.url}/knobs`, { method: 'PUT', body: '{"down":true}' });
    await expect(deliver(mailbox.smtpPort, 'a@example.com')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await mailbox.setDown(false);
    expect((await deliver(mailbox.smtpPort, 'a@example.com')).at(-1)).toBe(250);
  });

  test('says how many came when it waited in vain', async () => {
    await expect(mailbox.waitFor(1, { timeoutMs: 10 })).rejects.toThrow('0 of 1 messages after 10 ms');
  });

  test.each(['/messages/9', '/messages/9/raw', '/nowhere'])('%s is not there', async (path) => {
    expect((await fetch(mailbox.url + path)).status).toBe(404);
  });
});

import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import pino from 'pino';
import { createTaskProtection } from './task-protection.ts';

const log = pino({ level: 'silent' });

test('is on from the first job to the end of the last', async () => {
  const asked: string[] = [];
  const agent = createServer((request, response) => {
    request.on('data', (body: Buffer) => asked.push(`${request.method} ${request.url} ${body.toString()}`));
    request.on('end', () => response.end('{}'));
  }).listen(0);
  await once(agent, 'listening');
  try {
    const agentUri = `http://127.0.0.1:${(agent.address() as AddressInfo).port}`;
    const protection = createTaskProtection({ agentUri, log, minutes: 60 });
    const first = await protection.hold();
    const second = await protection.hold();
    await first();
    await second();
    expect(asked).toEqual([
      'PUT /task-protection/v1/state {"ProtectionEnabled":true,"ExpiresInMinutes":60}',
      'PUT /task-protection/v1/state {"ProtectionEnabled":false}',
    ]);
  } finally {
    agent.closeAllConnections();
    agent.close();
  }
});

test.each([undefined, 'http://127.0.0.1:1'])('without an agent (%p) work goes on', async (agentUri) => {
  const release = await createTaskProtection({ agentUri, log }).hold();
  await expect(release()).resolves.toBeUndefined();
});

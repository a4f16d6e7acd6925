import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { MessageStore } from './messages.ts';

const add = (store: MessageStore, subject: string): Promise<void> =>
  store.add({ from: 'a@b.example', to: ['c@d.example'] }, Buffer.from(`Subject: ${subject}\r\n\r\ntext\r\n`));

test('what is there already is not waited for, and nothing is said when the time is up', async () => {
  const store = new MessageStore();
  await add(store, 'first');
  expect(await store.waitFor(1, () => true, 10)).toHaveLength(1);
  // An error that came late would be nobody's, and end this process.
  await sleep(30);
});

test('waits for what comes, and says how many came when it is too late', async () => {
  const store = new MessageStore();
  const waiting = store.waitFor(1, ({ subject }) => subject === 'second', 1_000);
  await add(store, 'first');
  await add(store, 'second');
  expect((await waiting).map(({ subject }) => subject)).toEqual(['second']);
  await expect(store.waitFor(3, () => true, 10)).rejects.toThrow('2 of 3 messages after 10 ms');
});

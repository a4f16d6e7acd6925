import { format, inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { Secret } from './index.ts';

const CANARY = 'canary-3f9a1c';
const secret = new Secret(CANARY);

const ways: [string, () => unknown][] = [
  ['a template', () => `${String(secret)}`],
  ['concatenation', () => '' + (secret as unknown as string)],
  ['JSON', () => JSON.stringify({ deep: { secret }, list: [secret] })],
  ['the inspector', () => inspect({ secret }, { depth: 9, showHidden: true, getters: true })],
  ['console formats', () => format('%s %o %O %j', secret, secret, secret, secret)],
  ['an error message', () => new Error(`refused ${secret}`).stack],
  ['its own keys', () => Reflect.ownKeys(secret).map(String).join()],
  ['a copy', () => JSON.stringify({ ...secret })],
  ['a structured clone', () => inspect(structuredClone({ copy: { ...secret } }))],
];

describe('a secret', () => {
  test.each(ways)('does not show in %s', (_, show) => {
    expect(String(show())).not.toContain(CANARY);
  });

  test('is there for whoever asks for it', () => {
    expect(secret.reveal()).toBe(CANARY);
    expect(new Secret({ key: CANARY }).reveal().key).toBe(CANARY);
  });
});

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readArguments, USAGE } from './cli-arguments.ts';
import { credentialsFrom } from './cli-credentials.ts';
import { run } from './cli.ts';

const GUID = '3f0c8c1e-5d0b-4a55-9a3b-6b6f1f6f0a11';
const IDS = { AZURE_TENANT_ID: GUID, AZURE_CLIENT_ID: GUID };
const CANARY = 'canary-of-a-secret-4f1';

describe('words', () => {
  test.each<[string[], object]>([
    [[], { benchmarks: ['d'], cloud: 'global', allowPartial: false, json: false }],
    [
      ['--benchmark', 'a', '--benchmark', 'b', '--benchmark', 'a', '--cloud', 'usgov', '--allow-partial', '--json'],
      { benchmarks: ['a', 'b'], cloud: 'usgov', allowPartial: true, json: true },
    ],
  ])('%j', (words, expected) => {
    expect(readArguments(words, 'd')).toEqual(expected);
  });
  test.each([['--cloud', 'aws'], ['--region', 'eu-west-1'], ['tenant'], ['--cloud']])('%s %s is wrong', (...words) => {
    expect(() =>
      readArguments(
        words.filter((word) => typeof word === 'string'),
        'd',
      ),
    ).toThrow(USAGE);
  });
});

describe('credentials', () => {
  test('of the environment: the secret wins over the certificate', () => {
    const { clientSecret, clientCertificate } = credentialsFrom({
      ...IDS,
      AZURE_CLIENT_SECRET: CANARY,
      AZURE_CLIENT_CERTIFICATE_PATH: '/nowhere',
    });
    expect(clientSecret?.reveal()).toBe(CANARY);
    expect(clientCertificate).toBeNull();
  });
  test.each<[string, object, RegExp]>([
    ['no tenant', { ...IDS, AZURE_TENANT_ID: '' }, /^set AZURE_TENANT_ID$/],
    ['an id that is none', { ...IDS, AZURE_CLIENT_ID: CANARY }, /^AZURE_CLIENT_ID is not an id/],
    ['neither secret nor certificate', IDS, /^set AZURE_CLIENT_SECRET or/],
    ['a file that is not there', { ...IDS, AZURE_CLIENT_CERTIFICATE_PATH: `/${CANARY}` }, /cannot be read$/],
  ])('%s', (_, env, said) => {
    const read = (): unknown => credentialsFrom(env as Record<string, string>);
    expect(read).toThrow(said);
    expect(read).not.toThrow(CANARY);
  });
});

describe('from the shell', () => {
  const out: string[] = [];
  const err: string[] = [];
  beforeEach(() => {
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    out.length = 0;
    err.length = 0;
  });
  test.each<[string, string[], RegExp]>([
    ['a word that is none', ['--nope'], /^error: .*--nope.*usage: /],
    ['an unknown benchmark', ['--benchmark', 'cis-m365-9.9.9'], /^error: .*cis-m365-9\.9\.9/],
    ['a benchmark of another provider', ['--benchmark', 'cis-aws-1.3.0'], /^error: .*cis-aws-1\.3\.0/],
  ])('%s: exit 1, stdout empty, the reason last', async (_, words, said) => {
    expect(await run(words, {})).toBe(1);
    expect(out).toEqual([]);
    expect(err.at(-1)).toMatch(said);
  });
});

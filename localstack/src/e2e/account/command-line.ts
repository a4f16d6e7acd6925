import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { TargetDocument } from '@cis-scan/contracts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AccountCredentials } from '../../accounts.ts';
import { BENCHMARK, TWO_REGIONS } from '../account-stage.ts';
import { controlsOf, timeless } from '../read-less.ts';
import type { Scanned } from './scanned.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const REGIONS = TWO_REGIONS.flatMap((region) => ['--region', region]);

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  /** Lines of stderr. */
  readonly said: readonly string[];
}

const keysOf = ({ accessKeyId, secretAccessKey, sessionToken }: AccountCredentials) => ({
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
  ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
});

/** `npm run scan -- aws …` as another program runs it: exit code and both outputs. */
export function commandLineTests(scanned: () => Scanned): void {
  async function run(credentials: AccountCredentials, words: readonly string[], env: object = {}): Promise<Ran> {
    const child = spawn('npm', ['run', '-s', 'scan', '--', 'aws', ...words], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        SCAN_AWS_ENDPOINT_URL: scanned().stage.overlay.url,
        // Our own platform's door: nobody listens there, and no scan may knock.
        AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
        AWS_EC2_METADATA_DISABLED: 'true',
        ...keysOf(credentials),
        ...env,
      },
    });
    const exited = once(child, 'exit');
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await exited) as [number | null];
    return { code, stdout, said: stderr.trimEnd().split('\n') };
  }
  const ajv = new Ajv2020({ formats: { 'date-time': (value: string) => !Number.isNaN(Date.parse(value)) } });
  const isDocument = ajv.compile(JSON.parse(JSON.stringify(TargetDocument)));

  describe('from the shell', () => {
    test('a clean account: one JSON document, the same as every other way, and exit 0', async () => {
      const { stage, tidy } = scanned();
      const { code, stdout } = await run(stage.tidy.keys, ['--json', '--benchmark', BENCHMARK, ...REGIONS]);
      const document = JSON.parse(stdout) as TargetDocument;
      expect(isDocument(document)).toBe(true);
      const asked = { ...tidy, target: { ...tidy.target, regions: document.target.regions } };
      expect(timeless({ ...document, warnings: [] })).toEqual(timeless(asked));
      expect(code).toBe(0);
    });

    test('a failing account, by a role, as a table: exit 3', async () => {
      const { stage } = scanned();
      const { roleArn, externalId } = stage.messy;
      const role = ['--role-arn', roleArn, '--external-id', externalId];
      const { code, stdout } = await run(stage.platform, [...role, ...REGIONS]);
      expect(stdout).toMatch(/1\.10 .*fail/);
      expect(code).toBe(3);
    });

    test('a right known to be missing ends it, unless --allow-partial says otherwise', async () => {
      const { stage } = scanned();
      const { tooFewRoleArn, externalId } = stage.tidy;
      const words = ['--json', '--role-arn', tooFewRoleArn, '--external-id', externalId, ...REGIONS];
      const refused = await run(stage.platform, words);
      expect(refused.said.at(-1)).toMatch(/^error: .*iam:GetAccountPasswordPolicy/);
      expect([refused.code, refused.stdout]).toEqual([1, '']);
      const partial = await run(stage.platform, [...words, '--allow-partial']);
      const document = JSON.parse(partial.stdout) as TargetDocument;
      expect(isDocument(document)).toBe(true);
      expect(document.warnings.map(({ code }) => code)).toContain('rights-missing');
      expect(controlsOf(document).find(({ control }) => control === '1.8')).toMatchObject({
        verdict: 'not-assessed',
        missing: ['iam:GetAccountPasswordPolicy'],
      });
      expect(partial.code).toBe(0);
    });

    test.each<[string, (at: Scanned['stage']) => Promise<Ran>, RegExp]>([
      ['an unknown benchmark', ({ tidy }) => run(tidy.keys, ['--benchmark', 'cis-aws-9.9.9']), /cis-aws-9\.9\.9/],
      ['a word that is no region', ({ tidy }) => run(tidy.keys, ['--region', 'Mars']), /Mars/],
      ['a wrong secret', ({ tidy }) => run({ ...tidy.keys, secretAccessKey: 'x'.repeat(40) }, ['--json']), /secret/i],
      ['keys nobody knows', () => run({ accessKeyId: 'AKIAQQQQQQQQQQQQQQQQ', secretAccessKey: 'x' }, []), /know/i],
      [
        'a role that does not trust us',
        ({ tidy, platform }) => run(platform, ['--role-arn', tidy.roleArn, '--external-id', 'wrong', '--json']),
        /external id/i,
      ],
      ['a platform that is no door', ({ tidy }) => run(tidy.keys, [], { SCAN_AWS_ENDPOINT_URL: 'not a URL' }), /URL/],
    ])('%s: exit 1, nothing on stdout, the reason last', async (_, act, reason) => {
      const { code, stdout, said } = await act(scanned().stage);
      expect(said.at(-1)).toMatch(/^error: ./);
      expect(said.at(-1)).toMatch(reason);
      expect([code, stdout]).toEqual([1, '']);
    });
  });
}

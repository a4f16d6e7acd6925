import { describe, expect, test } from '@jest/globals';
import { TargetDocument, type Finding } from '@cis-scan/contracts';
import { Check } from 'typebox/value';
import { scanOnce } from './once.ts';
import { TargetRefused } from './provider.ts';
import { finding, header, result } from './testing/samples.ts';

async function once(findings: readonly Finding[], { json = true, isTTY = false, refuse = '' } = {}) {
  let [out, err] = ['', ''];
  let closed = 0;
  const code = await scanOnce({
    benchmarks: ['cis-aws-1.3.0'],
    planned: findings.length,
    open: async () => {
      if (refuse) throw new TargetRefused('key-unknown', refuse);
      return {
        header,
        warnings: [{ code: 'rights-unverified', detail: 'Rights could not\u001b[2J be verified.', missing: [] }],
        scan: async function* () {
          yield* findings;
        },
        close: () => void (closed += 1),
      };
    },
    json,
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text), isTTY },
    signal: new AbortController().signal,
  });
  return { code, out, err, last: err.trimEnd().split('\n').at(-1), closed };
}
const bare = { evidence: [] };

describe('one target from the shell', () => {
  test.each<[string, Finding[], number]>([
    ['nothing failed', [finding('1.1', [result('a')]), finding('1.2', [result('a', 'manual', bare)])], 0],
    ['something failed', [finding('1.1', [result('a')]), finding('1.2', [result('b', 'fail')])], 3],
    ['not everything could be read', [finding('1.1', [result('a')]), finding('1.2', [result('b', 'not-assessed')])], 0],
    ['a person decides, with evidence', [finding('1.1', [result('a', 'manual')])], 0],
    ['nothing to judge', [finding('1.1', [result('a', 'not-applicable')])], 0],
  ])('%s', async (_, findings, code) => {
    const done = await once(findings);
    expect(done.code).toBe(code);
    expect(Check(TargetDocument, JSON.parse(done.out))).toBe(true);
    expect(done.closed).toBe(1);
  });

  test('nothing assessed: stdout empty, the missing rights named', async () => {
    const findings = [
      finding('1.1', [result('a', 'not-assessed')], { missing: ['iam:GetAccountSummary'] }),
      finding('1.2', [result('a', 'manual', bare)], { missing: ['account:GetContactInformation'] }),
    ];
    expect(await once(findings)).toMatchObject({
      code: 1,
      out: '',
      last: 'error: no control could be assessed; missing rights: account:GetContactInformation, iam:GetAccountSummary',
    });
  });

  test('refused: one line that says what to do', async () => {
    expect(await once([], { refuse: 'AWS does not\nknow these keys.' })).toMatchObject({
      code: 1,
      out: '',
      err: 'error: AWS does not know these keys.\n',
    });
  });

  test.each([true, false])('progress goes to stderr only (terminal: %p)', async (isTTY) => {
    const { out, err } = await once([finding('1.1', [result('a')])], { json: false, isTTY });
    expect(err).toContain('1');
    expect(err).toContain('warning: Rights could not\\u{1b}[2J be verified.');
    expect(err.includes('\u001b[K')).toBe(isTTY);
    expect(out).toContain('cis-aws-1.3.0');
    expect(out).toContain('1 pass');
  });

  test('names of the scanned account do nothing to the terminal', async () => {
    const reason = 'bucket \u001b[31m\u202egpj.exe\u200b\n\u0007 fails';
    const { out } = await once([finding('1.1', [result('a', 'fail')], { reason })], { json: false });
    expect(out.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One line per wall: where, what is imported there, and a word of the reason that lint must give. */
const RED: readonly (readonly [string, string, RegExp])[] = [
  ['shared/contracts/src/x.ts', `import 'node:fs';`, /schemas of what travels/],
  ['shared/secret/src/x.ts', `import 'pino';`, /stands below everything/],
  ['shared/engine/src/x.ts', `import { EC2 } from '@aws-sdk/client-ec2';`, /knows no provider/],
  ['shared/document/src/x.ts', `import '@cis-scan/engine';`, /contracts only/],
  ['shared/scan-table/src/x.ts', `import '@cis-scan/access';`, /one table/],
  ['shared/access/src/x.ts', `import '@cis-scan/engine';`, /opens targets/],
  ['shared/runtime/src/x.ts', `import '@cis-scan/contracts';`, /schemas come as arguments/],
  ['shared/scanner/src/x.ts', `import { IAM } from '@aws-sdk/client-iam';`, /no provider/],
  ['shared/access/src/y.ts', `import '../../../services/intake/src/app.ts';`, /never imports one/],
  ['services/reporter/src/report/y.ts', `import '../../../intake/src/app.ts';`, /never imports another/],
  ['services/aws-scanner/src/semantics/x.ts', `import '@cis-scan/engine';`, /Semantics is pure/],
  ['services/aws-scanner/src/semantics/y.ts', `import { readFile } from 'node:fs/promises';`, /Semantics is pure/],
  ['services/aws-scanner/src/facts/iam/x.ts', `import { IAM } from '@aws-sdk/client-iam';`, /an SDK only as types/],
  ['services/aws-scanner/src/facts/iam/y.ts', `import c from '../../checks/iam/x.ts';`, /does not know who asks/],
  ['services/aws-scanner/src/checks/iam/x.ts', `import { readFile } from 'node:fs/promises';`, /does no I\/O/],
  [
    'services/aws-scanner/src/checks/iam/y.ts',
    `import { f } from '../../../../o365-scanner/src/facts/x.ts';`,
    /does no I\/O/,
  ],
  ['services/aws-scanner/src/checks/iam/z.ts', `import type { EC2 } from '@aws-sdk/client-ec2';`, /does no I\/O/],
  ['services/reporter/src/report/x.ts', `import '@aws-sdk/client-s3';`, /Rendering is pure/],
  ['services/reporter/src/x.ts', `import { open } from '@cis-scan/access/sealed';`, /open credentials/],
  ['services/intake/src/x.ts', `import '../../reporter/src/close.ts';`, /never imports another/],
  ['services/intake/src/y.ts', `import '../../../localstack/src/provision.ts';`, /developer's machine/],
];
/** What must stay possible. */
const GREEN: readonly (readonly [string, string])[] = [
  ['services/aws-scanner/src/checks/iam/ok.ts', `import { f } from '../../facts/iam/x.ts';`],
  ['services/aws-scanner/src/checks/iam/ok2.ts', `import { f } from '../_out-of-sight.ts';`],
  ['services/aws-scanner/src/facts/iam/ok.ts', `import type { IAM } from '@aws-sdk/client-iam';\nexport type X = IAM;`],
  ['services/aws-scanner/src/semantics/ok.ts', `import ipaddr from 'ipaddr.js';\nexport { ipaddr };`],
];

let found: readonly { readonly filename: string; readonly message: string; readonly help?: string }[] = [];
const folder = mkdtempSync(join(tmpdir(), 'walls-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  for (const [file, line] of [...RED, ...GREEN]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${line}\n`);
  }
  let output: string;
  try {
    output = execFileSync(join(root, 'node_modules/.bin/oxlint'), ['-f', 'json'], { cwd: folder, encoding: 'utf8' });
  } catch (error) {
    output = (error as { stdout: string }).stdout; // lint found something, as it should
  }
  found = (JSON.parse(output) as { diagnostics: typeof found }).diagnostics;
});

const saidOf = (file: string): readonly string[] =>
  found.filter((d) => d.filename.endsWith(file)).map((d) => `${d.message} ${d.help ?? ''}`);

describe('import walls', () => {
  test.each(RED)('%s may not: %s', (file, _, reason) => {
    expect(saidOf(file).join('\n')).toMatch(reason);
  });
  test.each(GREEN)('%s may: %s', (file) => {
    expect(saidOf(file).filter((said) => said.includes('restricted'))).toEqual([]);
  });
});

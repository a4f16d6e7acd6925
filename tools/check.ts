/**
 * The project's own check. Without a flag: types, lint, format and the quick tests, for every save. `--all` adds the tests
 * against the emulator and the running services (npm test); `--long` runs the long ones. The last line counts the tests;
 * a static check that fails counts as one failed test.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs a command, shows what it prints, and gives its exit code. */
function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function jest(projects: readonly string[], counts: Counts): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'check-'));
  const file = join(folder, 'jest.json');
  try {
    const args = [
      '--disable-warning=ExperimentalWarning',
      '--experimental-vm-modules',
      join(root, 'node_modules/jest/bin/jest.js'),
    ];
    const code = await run(process.execPath, [
      ...args,
      '--json',
      `--outputFile=${file}`,
      '--selectProjects',
      ...projects,
    ]);
    const result = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    counts.passed += result['numPassedTests'] ?? 0;
    counts.skipped += (result['numPendingTests'] ?? 0) + (result['numTodoTests'] ?? 0);
    const failed = (result['numFailedTests'] ?? 0) + (result['numRuntimeErrorTestSuites'] ?? 0);
    counts.failed += failed === 0 && code !== 0 ? 1 : failed;
  } catch {
    counts.failed++; // jest itself broke off
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const flag = process.argv[2];
const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
if (flag !== '--long') {
  const codes = await Promise.all([
    run(bin('tsc'), ['-p', '.']),
    run(bin('oxlint'), ['--deny-warnings', '--quiet']),
    run(bin('prettier'), ['--check', '--log-level', 'warn', '--cache', '.']),
  ]);
  for (const code of codes) counts[code === 0 ? 'passed' : 'failed']++;
  await jest(['quick'], counts);
}
if (flag === '--all') await jest(['e2e'], counts);
if (flag === '--long') await jest(['long'], counts);

// a test that could not run is a failure, unless it is named as one that may be skipped here
const allowed = (process.env['ALLOW_SKIP'] ?? '') !== '';
if (counts.skipped > 0 && !allowed) process.exitCode = 1;
if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);

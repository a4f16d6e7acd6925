import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));
const requirements = fileURLToPath(new URL('../emulator/requirements.txt', import.meta.url));

/** Oldest Python the pinned packages run on. */
const OLDEST = [3, 10] as const;

const candidates = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];

const wanted = 'Install Python 3.10 or newer (with its venv module) and put it on the PATH, or set PYTHON to its path';

/** [major, minor] of an interpreter, or null when it does not start. */
async function versionOf(command: string): Promise<[number, number] | null> {
  try {
    const { stdout } = await run(command, ['-c', 'import sys; print(*sys.version_info[:2])']);
    const [major, minor] = stdout.trim().split(' ').map(Number);
    return major === undefined || minor === undefined ? null : [major, minor];
  } catch {
    return null;
  }
}

/**
 * The first Python on this machine that can run the emulator.
 * Throws an Error of one sentence, which says what to do, where there is none.
 */
export async function findPython(commands: readonly string[] = candidates): Promise<string> {
  const preferred = process.env['PYTHON'];
  const found: string[] = [];
  for (const command of preferred ? [preferred, ...commands] : commands) {
    const version = await versionOf(command);
    if (version === null) continue;
    const [major, minor] = version;
    if (major === OLDEST[0] && minor >= OLDEST[1]) return command;
    found.push(`${command} is ${major}.${minor}`);
  }
  throw new Error(`The emulator needs Python: ${found.length > 0 ? found.join(', ') : 'none was found'}. ${wanted}.`);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function lastLine(error: unknown): string {
  const { stderr } = error as { stderr?: string };
  const lines = (stderr ?? (error instanceof Error ? error.message : String(error))).trim().split('\n');
  return lines.at(-1) ?? '';
}

async function build(python: string, folder: string): Promise<void> {
  try {
    await run(python, ['-m', 'venv', folder]);
  } catch (error) {
    throw new Error(
      `${python} cannot make a virtual environment (${lastLine(error)}). On Debian and Ubuntu install python3-venv.`,
      { cause: error },
    );
  }
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', '--require-hashes'];
  try {
    await run(join(folder, 'bin', 'python'), [...pip, '-r', requirements]);
  } catch (error) {
    throw new Error(`The emulator's packages could not be installed from PyPI (${lastLine(error)}).`, { cause: error });
  }
}

/**
 * Path of a Python that has the emulator's pinned packages; made once per content of requirements.txt.
 *
 * The environment is built aside and renamed, so that a killed or a parallel build never leaves half of one behind.
 */
export async function emulatorPython(onProgress: (line: string) => void = () => {}): Promise<string> {
  const key = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 16);
  const home = join(repositoryRoot, '.venv-emulator');
  const folder = join(home, key);
  const interpreter = join(folder, 'bin', 'python');
  if (await exists(interpreter)) return interpreter;

  const python = await findPython();
  onProgress('making the emulator’s Python environment (once)');
  await mkdir(home, { recursive: true });
  const aside = `${folder}.${process.pid}`;
  try {
    await build(python, aside);
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    // Somebody else finished the same environment first: theirs is as good.
    if (!(await exists(interpreter))) throw error;
  }
  return interpreter;
}

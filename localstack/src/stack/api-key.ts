import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const admin = fileURLToPath(new URL('../../../services/intake/src/admin.ts', import.meta.url));

/** A new API key, made by the command that an administrator uses. */
export async function createApiKey(
  caller: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ readonly key: string; readonly externalId: string }> {
  const args = [admin, 'create', '--caller', caller];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...env } as NodeJS.ProcessEnv });
  return JSON.parse(stdout) as { key: string; externalId: string };
}

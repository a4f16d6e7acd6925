import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Plan } from '@cis-scan/engine';
import { timeLimit } from '@cis-scan/runtime';
import { scanOnce } from './once.ts';
import type { OpenTarget } from './provider.ts';

/** What the shell may ask of every provider. */
export interface ShellArguments {
  readonly benchmarks: readonly string[];
  /** Scan also where a right is known to be missing. */
  readonly allowPartial: boolean;
  readonly json: boolean;
}

/** The options behind `ShellArguments`. */
export const SHELL_OPTIONS = {
  benchmark: { type: 'string', multiple: true },
  'allow-partial': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Splits the words of the shell by options. Throws an Error that says what is wrong and how the command goes. */
export function parseWords<const O extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: O,
  usage: string,
): ReturnType<typeof parseArgs<{ args: string[]; options: O }>>['values'] {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`${said.replace(/\.? To specify.*$/s, '')}; ${usage}`, { cause: error });
  }
}

/** The arguments that every provider has, from parsed words. */
export const shellArguments = (
  values: { readonly benchmark?: string[]; readonly 'allow-partial'?: boolean; readonly json?: boolean },
  defaultBenchmark: string,
): ShellArguments => ({
  benchmarks: [...new Set(values.benchmark ?? [defaultBenchmark])],
  allowPartial: values['allow-partial'] ?? false,
  json: values.json ?? false,
});

export type Environment = Readonly<Record<string, string | undefined>>;
/** `True`, `1`, `yes` … as the environment writes it. */
export const isTrue = (text: string | undefined): boolean => /^(true|1|yes)$/i.test(text ?? '');

export interface ShellScan<A extends ShellArguments> {
  /** Reads the words; throws what is wrong with them. */
  readonly read: () => A;
  readonly plan: (benchmarks: readonly string[]) => Promise<Plan>;
  /** Opens the target. All that these three throw is shown, so it must be a sentence without secrets. */
  readonly open: (asked: A, plan: Plan) => Promise<OpenTarget>;
  readonly env: Environment;
}

/** Scans one target from the shell. Returns the exit code: 0 nothing failed, 3 something failed, 1 usage or access. */
export async function scanFromShell<A extends ShellArguments>({
  read,
  plan,
  open,
  env,
}: ShellScan<A>): Promise<number> {
  const seconds = Number(env['TARGET_TIME_LIMIT_SECONDS'] ?? 1800);
  const limit = timeLimit(seconds * 1000, 'the time for this target is up');
  try {
    const asked = read();
    const planned = await plan(asked.benchmarks);
    return await scanOnce({
      benchmarks: asked.benchmarks,
      planned: planned.questions.length,
      open: () => open(asked, planned),
      json: asked.json,
      stdout: process.stdout,
      stderr: process.stderr,
      signal: limit.signal,
    });
  } catch (error) {
    process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    limit.cancel();
  }
}

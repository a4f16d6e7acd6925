import { isM365Cloud, M365_CLOUDS, type M365Cloud } from '@cis-scan/access/m365';
import { parseWords, SHELL_OPTIONS, shellArguments, type ShellArguments } from '@cis-scan/scanner';

export const USAGE = 'usage: npm run -s scan -- m365 [--benchmark ID]… [--cloud C] [--allow-partial] [--json]';

/** What the shell asked for. */
export interface Arguments extends ShellArguments {
  readonly cloud: M365Cloud;
}

const OPTIONS = { ...SHELL_OPTIONS, cloud: { type: 'string' } } as const;

/** Reads the words after `m365`. Throws an Error whose message says what is wrong and how the command goes. */
export function readArguments(words: readonly string[], defaultBenchmark: string): Arguments {
  const values = parseWords(words, OPTIONS, USAGE);
  const { cloud = 'global' } = values;
  if (!isM365Cloud(cloud))
    throw new Error(`"${cloud}" is not a cloud of Microsoft (${M365_CLOUDS.join(', ')}); ${USAGE}`);
  return { ...shellArguments(values, defaultBenchmark), cloud };
}

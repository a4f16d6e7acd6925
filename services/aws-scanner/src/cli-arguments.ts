import { parseWords, SHELL_OPTIONS, shellArguments, type ShellArguments } from '@cis-scan/scanner';

export const USAGE =
  'usage: npm run -s scan -- aws [--benchmark ID]… [--region R]… [--role-arn ARN [--external-id X]] [--allow-partial] [--json]';

/** What the shell asked for. */
export interface Arguments extends ShellArguments {
  readonly regions: readonly string[] | null;
  readonly roleArn: string | null;
  readonly externalId: string | null;
}

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const OPTIONS = {
  ...SHELL_OPTIONS,
  region: { type: 'string', multiple: true },
  'role-arn': { type: 'string' },
  'external-id': { type: 'string' },
} as const;

/** Reads the words after `aws`. Throws an Error whose message says what is wrong and how the command goes. */
export function readArguments(words: readonly string[], defaultBenchmark: string): Arguments {
  const wrong = (what: string): Error => new Error(`${what}; ${USAGE}`);
  const values = parseWords(words, OPTIONS, USAGE);
  const roleArn = values['role-arn'] ?? null;
  const externalId = values['external-id'] ?? null;
  if (externalId !== null && roleArn === null) throw wrong('--external-id goes with --role-arn');
  const badRegion = values.region?.find((region) => !REGION.test(region));
  if (badRegion !== undefined) throw wrong(`"${badRegion}" is not the name of a region`);
  return {
    ...shellArguments(values, defaultBenchmark),
    regions: values.region === undefined ? null : [...new Set(values.region)],
    roleArn,
    externalId,
  };
}

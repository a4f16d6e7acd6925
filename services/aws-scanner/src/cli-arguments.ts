import { parseArgs } from 'node:util';

export const USAGE =
  'usage: npm run -s scan -- aws [--benchmark ID]… [--region R]… [--role-arn ARN [--external-id X]] [--allow-partial] [--json]';

/** What the shell asked for. */
export interface Arguments {
  readonly benchmarks: readonly string[];
  readonly regions: readonly string[] | null;
  readonly roleArn: string | null;
  readonly externalId: string | null;
  readonly allowPartial: boolean;
  readonly json: boolean;
}

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const unique = (all: readonly string[]): readonly string[] => [...new Set(all)];

/** Reads the words after `aws`. Throws an Error whose message says what is wrong and how the command goes. */
export function readArguments(words: readonly string[], defaultBenchmark: string): Arguments {
  const wrong = (what: string): Error => new Error(`${what}; ${USAGE}`);
  const { values } = (() => {
    try {
      return parseArgs({
        args: [...words],
        options: {
          benchmark: { type: 'string', multiple: true },
          region: { type: 'string', multiple: true },
          'role-arn': { type: 'string' },
          'external-id': { type: 'string' },
          'allow-partial': { type: 'boolean' },
          json: { type: 'boolean' },
        },
      });
    } catch (error) {
      throw wrong((error instanceof Error ? error.message : String(error)).replace(/\.? To specify.*$/s, ''));
    }
  })();
  const roleArn = values['role-arn'] ?? null;
  const externalId = values['external-id'] ?? null;
  if (externalId !== null && roleArn === null) throw wrong('--external-id goes with --role-arn');
  const badRegion = values.region?.find((region) => !REGION.test(region));
  if (badRegion !== undefined) throw wrong(`"${badRegion}" is not the name of a region`);
  return {
    benchmarks: unique(values.benchmark ?? [defaultBenchmark]),
    regions: values.region === undefined ? null : unique(values.region),
    roleArn,
    externalId,
    allowPartial: values['allow-partial'] ?? false,
    json: values.json ?? false,
  };
}

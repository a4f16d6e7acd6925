import { enableCompileCache } from 'node:module';

/** `npm run scan -- aws|m365 …`: one target from the shell, by the scanner of its provider. */
const SCANNERS: Readonly<Record<string, string>> = {
  aws: '../services/aws-scanner/src/cli.ts',
  m365: '../services/o365-scanner/src/cli.ts',
};

// Halves the time until the first call: stripping types and compiling is done once per machine.
enableCompileCache();

const [provider = '', ...words] = process.argv.slice(2);
const path = Object.hasOwn(SCANNERS, provider) ? SCANNERS[provider] : undefined;
if (path === undefined) {
  const known = Object.keys(SCANNERS).join(' or ');
  process.stderr.write(`error: ${provider === '' ? 'name a provider' : `unknown provider "${provider}"`}: ${known}\n`);
  process.exitCode = 1;
} else {
  const scanner = (await import(path)) as { readonly run: (words: readonly string[]) => Promise<number> };
  process.exitCode = await scanner.run(words);
}

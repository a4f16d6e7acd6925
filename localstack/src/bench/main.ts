/** `npm run bench [-- --quick]`: speed and size of a scan, over accounts of growing size and growing distance. */
import { loadavg, cpus } from 'node:os';
import { lettersOf } from './account/letters.ts';
import { benchAccount, REGIONS } from './account/model.ts';
import { accountAims, detailLines, letterLines, table } from './account-report.ts';
import { aimLine } from './aims.ts';
import { measure, repeated, type Measured } from './measure.ts';
import { measureService } from './service.ts';
import { startProvider } from './provider.ts';

/** Wanted resources, and the most memory a scan of them may take (MiB), where that is judged. */
const SIZES: readonly (readonly [resources: number, peakMiB: number | null])[] = [
  [100, null],
  [1_000, null],
  [10_000, 300],
];
const LATENCIES_MS = [0, 20, 60];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Measures one account under every latency. False when a call was repeated or could not be answered. */
async function ofSize(size: number, peakWanted: number | null): Promise<boolean> {
  const account = benchAccount(size);
  const letters = lettersOf(account);
  say(`\naccount of ${account.resources} resources in ${REGIONS.length} regions`);
  letterLines(letters).forEach(say);
  const provider = await startProvider(size);
  const measured: Measured[] = [];
  try {
    for (const latencyMs of LATENCIES_MS) measured.push(await measure(provider, latencyMs, size < 10_000 ? 3 : 1));
  } finally {
    await provider.stop();
  }
  table(measured).forEach(say);
  if (measured[0]) detailLines(measured[0]).forEach(say);
  accountAims(letters, measured, peakWanted).map(aimLine).forEach(say);

  const unknown = [...new Set(measured.flatMap((m) => m.counted.unknown))];
  if (unknown.length > 0)
    say(`  the bench's account does not answer ${unknown.join(', ')}: teach it (localstack/src/bench/account)`);
  const twice = measured.flatMap((m) => [...m.counted.calls, ...m.again.calls]).filter(({ count }) => count > 1);
  for (const { service, operation, region, count } of twice)
    say(`  repeated: ${service}:${operation} in ${region}, ${count} times`);
  return unknown.length === 0 && measured.every((m) => repeated(m.counted) + repeated(m.again) === 0);
}

try {
  const quick = process.argv.includes('--quick');
  const load = loadavg()[0]?.toFixed(1);
  say(
    `Node ${process.version}, ${cpus().length} cores, load ${load}; accounts are played from memory in the provider's own wire forms`,
  );
  let ok = true;
  for (const [size, peak] of quick ? SIZES.slice(0, 1) : SIZES) ok = (await ofSize(size, peak)) && ok;
  say('\nthe whole service, on the local stack (our own platform emulated, one call at a time)');
  (await measureService(say)).map(aimLine).forEach(say);
  const busy = Math.max(loadavg()[0] ?? 0, loadavg()[1] ?? 0);
  if (busy > cpus().length) {
    say(`\nthe machine was busy (load ${busy.toFixed(1)} on ${cpus().length} cores): the times are too long`);
  }
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

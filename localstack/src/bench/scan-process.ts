/** A process that scans as the scanner does, once per message of its parent, and tells time and memory. */
import { awsDoor, openAwsTarget } from '@cis-scan/access/aws';
import { openRights } from '@cis-scan/access';
import { scanOnce } from '@cis-scan/scanner';
import { planFor } from '../../../services/aws-scanner/src/catalogue.ts';
import { BRISK } from '../../../services/aws-scanner/src/connect.ts';
import { scanAccount } from '../../../services/aws-scanner/src/scan-account.ts';
import { BENCHMARK, type Scanned } from './scanner.ts';

const door = awsDoor();
const rights = openRights().union([BENCHMARK]);
const plan = await planFor([BENCHMARK]);

async function scan(): Promise<Scanned> {
  let [bytes, errors] = [0, ''];
  const before = process.cpuUsage();
  const began = performance.now();
  const exit = await scanOnce({
    benchmarks: [BENCHMARK],
    planned: plan.questions.length,
    open: async () => {
      const wanted = { cloud: 'aws', rights: [...rights.base, ...rights.optional], session: 'bench', door } as const;
      const target = await openAwsTarget({ kind: 'aws-chain' }, wanted);
      return scanAccount({ target, plan, regions: null, door, pace: BRISK, warnings: [] });
    },
    json: true,
    stdout: { write: (text) => (bytes += Buffer.byteLength(text)) },
    stderr: { write: (text: string) => (errors += text) },
    signal: new AbortController().signal,
  });
  const { user, system } = process.cpuUsage(before);
  return {
    wallMs: performance.now() - began,
    cpuMs: (user + system) / 1000,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    documentBytes: bytes,
    error: exit === 1 ? (errors.trim().split('\n').at(-1) ?? 'no message') : null,
  };
}

process.on('disconnect', () => process.exit(0));
process.on('message', () => {
  scan().then(
    (scanned) => process.send?.(scanned),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.send?.('ready');

/** A process that scans once per message of its parent, as a worker or as from the shell, and tells time and memory. */
import { openRights } from '@cis-scan/access';
import { awsDoor, openAwsTarget } from '@cis-scan/access/aws';
import { criticalPath } from '@cis-scan/engine';
import { scanOnce, type OpenTarget } from '@cis-scan/scanner';
import { planFor } from '../../../services/aws-scanner/src/catalogue.ts';
import { BRISK } from '../../../services/aws-scanner/src/connect.ts';
import { scanAccount } from '../../../services/aws-scanner/src/scan-account.ts';
import { BENCHMARK, type Ready, type Scanned } from './scanner.ts';

const door = awsDoor();
const rights = openRights().union([BENCHMARK]);
const plan = await planFor([BENCHMARK]);
const { signal } = new AbortController();

async function open(): Promise<OpenTarget> {
  const wanted = { cloud: 'aws', rights: [...rights.base, ...rights.optional], session: 'bench', door } as const;
  const target = await openAwsTarget({ kind: 'aws-chain' }, wanted);
  return scanAccount({ target, plan, regions: null, door, pace: BRISK, warnings: [] });
}

/** From the shell: every finding is kept for the one document at the end. */
async function fromTheShell(): Promise<number> {
  let [bytes, errors] = [0, ''];
  const exit = await scanOnce({
    benchmarks: [BENCHMARK],
    planned: plan.questions.length,
    open,
    json: true,
    stdout: { write: (text) => (bytes += Buffer.byteLength(text)) },
    stderr: { write: (text: string) => (errors += text) },
    signal,
  });
  if (exit === 1) throw new Error(errors.trim().split('\n').at(-1) ?? 'the scan gave no reason');
  return bytes;
}

/** As a worker: every finding leaves as soon as it is there. */
async function asWorker(): Promise<number> {
  const target = await open();
  let bytes = 0;
  for await (const finding of target.scan(signal)) bytes += Buffer.byteLength(JSON.stringify(finding));
  await target.close();
  return bytes;
}

async function measured(scan: () => Promise<number>): Promise<Scanned> {
  const before = process.cpuUsage();
  const began = performance.now();
  const bytes = await scan();
  const { user, system } = process.cpuUsage(before);
  return {
    wallMs: performance.now() - began,
    cpuMs: (user + system) / 1000,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    bytes,
  };
}

process.on('disconnect', () => process.exit(0));
process.on('message', (how: 'worker' | 'shell') => {
  measured(how === 'shell' ? fromTheShell : asWorker).then(
    (scanned) => process.send?.(scanned),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
const ready: Ready = { path: criticalPath(plan), inFlight: BRISK.total, controls: plan.questions.length };
process.send?.(ready);

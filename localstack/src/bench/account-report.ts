import { atMost, type Aim } from './aims.ts';
import { leastCalls, type Letters } from './account/letters.ts';
import { byOperation, limitMs, repeated, type Measured } from './measure.ts';

/** Latency at which the aims for wall time hold, in milliseconds. */
const JUDGED_MS = 60;

const cell = (value: string | number, width = 9): string => String(value).padStart(width);
const ms = (value: number): string => cell(`${Math.round(value)} ms`);

/** The formula's letters and what they come to. */
export function letterLines(letters: Letters): readonly string[] {
  const { automated, all } = leastCalls(letters);
  const shown = Object.entries(letters).map(([letter, value]) => `${letter} ${value}`);
  return [
    `  ${shown.join('  ')}`,
    `  least calls by the formula: ${automated} for the automated controls, ${all} with the manual ones' evidence`,
  ];
}

const HEAD = ['latency', 'calls', 'repeated', 'in flight', 'limit', 'shell', 'worker 1st', 'further', 'CPU', 'peak'];

/** One line per latency: calls, and wall time beside the least possible. */
export function table(measured: readonly Measured[]): readonly string[] {
  const lines = measured.map((m) =>
    [
      ms(m.latencyMs),
      cell(m.counted.total),
      cell(repeated(m.counted) + repeated(m.again)),
      cell(m.counted.mostInFlight),
      ms(limitMs(m)),
      ms(m.shell.wallMs),
      ms(m.first.wallMs),
      ms(m.further.wallMs),
      ms(m.further.cpuMs),
      cell(`${Math.round(m.peakMiB)} MiB`),
    ]
      .map((text) => text.padStart(11))
      .join(''),
  );
  return [HEAD.map((text) => cell(text, 11)).join(''), ...lines];
}

/** Calls by operation (they are the same under every latency), and the longest chain. */
export function detailLines(m: Measured): readonly string[] {
  const operations = byOperation(m.counted).map(([operation, calls]) => `${operation} ${calls}`);
  return [
    `  longest chain: sts:GetCallerIdentity → ${m.path.join(' → ')} (${m.path.length + 1} calls); ${m.inFlight} calls at a time`,
    `  what was found: ${Math.round(m.first.bytes / 1024)} KiB of ${m.controls} questions`,
    `  calls by operation: ${operations.join(', ')}`,
  ];
}

/** What is asked of a scan of an account. `peakWanted`: MiB, for the size for which memory is judged. */
export function accountAims(
  letters: Letters,
  measured: readonly Measured[],
  peakWanted: number | null,
): readonly Aim[] {
  const { all } = leastCalls(letters);
  const [one] = measured;
  if (one === undefined) return [];
  const twice = measured.reduce((sum, m) => sum + repeated(m.counted) + repeated(m.again), 0);
  const judged = measured.find((m) => m.latencyMs === JUDGED_MS);
  const ratio = (wallMs: number): number => wallMs / (judged === undefined ? NaN : limitMs(judged));
  const wall = `wall at ${JUDGED_MS} ms over the limit`;
  return [
    atMost('calls over the formula', one.counted.total / all, 1.1, ' ×'),
    atMost('calls repeated', twice, 0, ''),
    ...(judged === undefined
      ? []
      : [
          atMost(`${wall}, further jobs of a worker`, ratio(judged.further.wallMs), 2, ' ×'),
          atMost(`${wall}, its first job (loads the SDK)`, ratio(judged.first.wallMs), 2, ' ×'),
          atMost(`${wall}, from the shell (loads the SDK, writes the document)`, ratio(judged.shell.wallMs), 2, ' ×'),
        ]),
    ...(peakWanted === null
      ? []
      : [atMost('peak memory', Math.max(...measured.map((m) => m.peakMiB)), peakWanted, ' MiB')]),
  ];
}

import type { Control, Finding, TargetDocument } from '@cis-scan/contracts';
import { buildTargetDocument } from '@cis-scan/document';
import { describeError } from '@cis-scan/runtime';
import { jsonPieces } from './json-pieces.ts';
import { printable } from './printable.ts';
import { progressOn, type Terminal } from './progress.ts';
import type { OpenTarget } from './provider.ts';
import { documentTable } from './table.ts';

export interface OnceOptions {
  readonly benchmarks: readonly string[];
  /** Questions that will be answered. */
  readonly planned: number;
  /** Opens the target. What it throws is the end: its message is shown, so it must be a sentence without secrets. */
  readonly open: () => Promise<OpenTarget>;
  readonly json: boolean;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: Terminal;
  /** The time limit of the scan. */
  readonly signal: AbortSignal;
}

/** Nothing failed; usage, access or nothing assessed; something failed. */
export const EXIT = { clean: 0, error: 1, failed: 3 } as const;

/** Whether the scan said anything about a control: a manual one counts when it has evidence to show. */
const assessed = ({ verdict, resources }: Control): boolean =>
  verdict === 'manual' ? resources.some(({ evidence }) => evidence.length > 0) : verdict !== 'not-assessed';

async function scanned({ benchmarks, planned, open, stderr, signal }: OnceOptions): Promise<TargetDocument> {
  const target = await open();
  const progress = progressOn(stderr, planned);
  try {
    for (const { detail } of target.warnings) progress.note(`warning: ${printable(detail)}`);
    const findings: Finding[] = [];
    for await (const finding of target.scan(signal)) {
      findings.push(finding);
      progress.step(finding);
    }
    return buildTargetDocument(target.header, target.warnings, benchmarks, findings);
  } finally {
    progress.end();
    await target.close();
  }
}

/**
 * Scans one target from the shell: progress on stderr, a table or one JSON document on stdout. Returns the exit code; on
 * an error stdout stays empty and the last line of stderr says what it was.
 */
export async function scanOnce(options: OnceOptions): Promise<number> {
  const { json, stdout, stderr } = options;
  const giveUp = (why: string): number => {
    stderr.write(`error: ${printable(why.replace(/\s+/g, ' ').trim())}\n`);
    return EXIT.error;
  };
  let document: TargetDocument;
  try {
    document = await scanned(options);
  } catch (error) {
    return giveUp(describeError(error).message);
  }
  const controls = document.benchmarks.flatMap((benchmark) => benchmark.controls);
  if (!controls.some(assessed)) {
    const missing = [...new Set(controls.flatMap((control) => control.missing))].sort();
    const rights = missing.length === 0 ? '' : `; missing rights: ${missing.join(', ')}`;
    return giveUp(`no control could be assessed${rights}`);
  }
  if (json) {
    for (const piece of jsonPieces(document)) stdout.write(piece);
    stdout.write('\n');
  } else stdout.write(documentTable(document));
  return controls.some(({ verdict }) => verdict === 'fail') ? EXIT.failed : EXIT.clean;
}

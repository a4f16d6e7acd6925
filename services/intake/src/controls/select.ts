import type { Control, Report, Verdict } from '@cis-scan/contracts';
import { HttpProblem } from '../http/problem.ts';

/** One control of one benchmark of one target. */
export interface ControlRow extends Control {
  readonly targetId: number;
  readonly benchmark: string;
}

export interface ControlQuery {
  readonly target?: number;
  readonly benchmark?: string;
  readonly verdict?: Verdict;
  readonly control?: string;
  /** `worst`: the first 50 of each control. */
  readonly resources: 'worst' | 'all';
  readonly limit: number;
  readonly cursor?: string;
}

/** Resources of a control in the report's order are worst first, so the first ones are the worst. */
const WORST = 50;
const CURSOR = /^[0-9]{1,9}$/;

const writeCursor = (position: number): string => Buffer.from(String(position)).toString('base64url');

/** A stored report does not change, so a position in it is all that a cursor needs. */
function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const text = Buffer.from(cursor, 'base64url').toString();
  if (CURSOR.test(text) && writeCursor(Number(text)) === cursor) return Number(text);
  throw new HttpProblem(400, 'The request is not valid: see errors, each with the path of its field.', {
    errors: [{ path: 'cursor', detail: 'Send the cursor as it stood in next, or none.' }],
  });
}

/** A page of the controls that a query asks for, in the order of the report; a failed target has none. */
export function selectControls(report: Report, query: ControlQuery): { items: ControlRow[]; next: string | null } {
  const rows = report.targets.flatMap((target, targetId) =>
    'error' in target || (query.target !== undefined && query.target !== targetId)
      ? []
      : target.benchmarks
          .filter(({ id }) => query.benchmark === undefined || query.benchmark === id)
          .flatMap(({ id: benchmark, controls }) => controls.map((control) => ({ targetId, benchmark, ...control }))),
  );
  const chosen = rows.filter(
    (row) =>
      (query.verdict === undefined || row.verdict === query.verdict) &&
      (query.control === undefined || row.control === query.control),
  );
  const start = readCursor(query.cursor);
  const end = start + query.limit;
  const items = chosen
    .slice(start, end)
    .map((row) => (query.resources === 'all' ? row : { ...row, resources: row.resources.slice(0, WORST) }));
  return { items, next: end < chosen.length ? writeCursor(end) : null };
}

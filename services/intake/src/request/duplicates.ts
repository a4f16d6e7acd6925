import type { Fault } from './fault.ts';

/** What a target is recognised by (`account 111122223333`, `key AKIA…`), and where it stands. */
export interface Marked {
  readonly path: string;
  readonly marks: readonly string[];
}

/** A fault at every target that shares a mark with an earlier one: it would be scanned twice. */
export function duplicates(targets: readonly Marked[]): Fault[] {
  const first = new Map<string, string>();
  return targets.flatMap(({ path, marks }) => {
    const twin = marks.map((mark) => first.get(mark)).find((earlier) => earlier !== undefined);
    for (const mark of marks) if (!first.has(mark)) first.set(mark, path);
    return twin === undefined ? [] : [{ path, detail: `This is the same target as ${twin || 'another one'}.` }];
  });
}

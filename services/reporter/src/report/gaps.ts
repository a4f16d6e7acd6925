import type { Cause, Control, Result, TargetDocument } from '@cis-scan/contracts';
import { compareCodePoints } from '@cis-scan/document';

/** A control of one of the target's benchmarks. */
export interface ControlRef {
  readonly benchmark: string;
  readonly control: string;
}

/** Regions that an organisation's policy closes, and the `regions` that a scan can name to leave them out. */
export interface ClosedRegions {
  readonly regions: readonly string[];
  /** null where no open region is known. */
  readonly open: readonly string[] | null;
  readonly controls: readonly ControlRef[];
}

/** What could not be read of a target, grouped by what would mend it. */
export interface Gaps {
  readonly closed: ClosedRegions | null;
  /** Each refused right with the controls that it would tell more about. */
  readonly rights: readonly { readonly right: string; readonly controls: readonly ControlRef[] }[];
  /** Everything else that stayed unread, by cause; `null` where none was given. */
  readonly causes: readonly {
    readonly cause: Cause | null;
    readonly resources: number;
    readonly controls: readonly ControlRef[];
  }[];
}

/** Says whether a refusal came from an organisation's policy: no right that the account grants can mend it. */
export function refusedByOrganisation({ verdict, cause, reason }: Result): boolean {
  return verdict === 'not-assessed' && cause === 'denied' && /service control policy/i.test(reason);
}

/** Groups the gaps of a target. */
export function gapsOf(document: TargetDocument): Gaps {
  const closed = closedRegions(document);
  const rights = new Map<string, ControlRef[]>();
  const causes = new Map<Cause | null, { resources: number; controls: ControlRef[] }>();

  for (const { ref, control } of controlsOf(document)) {
    const unread = control.resources.filter(({ verdict }) => verdict === 'not-assessed');
    const rest = unread.filter((result) => !(refusedByOrganisation(result) && closed.has(result.region)));
    const onlyClosed = unread.length > 0 && rest.length === 0;
    if (!onlyClosed) {
      for (const right of control.missing) rights.set(right, [...(rights.get(right) ?? []), ref]);
    }
    // A refusal whose right is named is told there; one without a right is told here.
    const others = rest.filter(({ cause }) => cause !== 'denied' || control.missing.length === 0);
    for (const cause of new Set(others.map((result) => result.cause))) {
      const group = causes.get(cause) ?? { resources: 0, controls: [] };
      group.resources += others.filter((result) => result.cause === cause).length;
      group.controls.push(ref);
      causes.set(cause, group);
    }
  }
  return {
    closed: closed.size === 0 ? null : describeClosed(document, closed),
    rights: [...rights]
      .map(([right, controls]) => ({ right, controls }))
      .sort((a, b) => compareCodePoints(a.right, b.right)),
    causes: [...causes]
      .map(([cause, group]) => ({ cause, ...group }))
      .sort((a, b) => compareCodePoints(a.cause ?? '', b.cause ?? '')),
  };
}

/** Regions of which every row for the account itself was refused by the organisation: nothing in them could be read. */
function closedRegions(document: TargetDocument): Set<string | null> {
  const refused = new Set<string | null>();
  const read = new Set<string | null>();
  for (const { control } of controlsOf(document)) {
    for (const result of control.resources) {
      if (result.region === null) continue;
      if (refusedByOrganisation(result)) refused.add(result.region);
      else if (result.id === document.target.account && result.verdict !== 'not-assessed') read.add(result.region);
    }
  }
  return new Set([...refused].filter((region) => !read.has(region)));
}

function describeClosed(document: TargetDocument, closed: ReadonlySet<string | null>): ClosedRegions {
  const all = [...controlsOf(document)];
  const seen = document.target.regions ?? all.flatMap(({ control }) => control.resources.map(({ region }) => region));
  const named = [...new Set(seen)].filter((region) => region !== null).sort(compareCodePoints);
  const open = named.filter((region) => !closed.has(region));
  return {
    regions: [...closed].filter((region) => region !== null).sort(compareCodePoints),
    open: open.length === 0 ? null : open,
    controls: all
      .filter(({ control }) => control.resources.some((r) => refusedByOrganisation(r) && closed.has(r.region)))
      .map(({ ref }) => ref),
  };
}

function* controlsOf(document: TargetDocument): Generator<{ ref: ControlRef; control: Control }> {
  for (const benchmark of document.benchmarks) {
    for (const control of benchmark.controls) {
      yield { ref: { benchmark: benchmark.id, control: control.control }, control };
    }
  }
}

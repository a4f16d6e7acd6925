import type { Control, TargetDocument, Verdict } from '@cis-scan/contracts';

/** The controls of a document that has one benchmark. */
export function controlsOf(document: TargetDocument): readonly Control[] {
  const [benchmark] = document.benchmarks;
  if (benchmark === undefined) throw new Error('the document has no benchmark');
  return benchmark.controls;
}

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
const DAYS = /\b\d+ days?\b/g;

/**
 * The document without what differs between two scans of the same account: instants and ages. (What the emulator has no
 * date for is dated back from the moment of the answer.)
 */
export function timeless(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document).replace(INSTANT, '<instant>').replace(DAYS, '<days>'));
}

/** Controls whose verdict a person gives, whatever is read. */
const BY_A_PERSON: ReadonlySet<string> = new Set(['1.1', '1.3', '1.18', '1.22', '5.4']);

/** Whether reading less may turn one verdict into the other. */
function mayBecome(control: string, before: Verdict, after: Verdict): boolean {
  if (after === before || after === 'not-assessed') return true;
  return after === 'manual' && BY_A_PERSON.has(control);
}

/**
 * What is wrong with `after`, a scan that could read less than `before`: verdicts may only have become not-assessed (a
 * control that a person decides: manual), and no resource may be judged that was not judged alike before.
 */
export function flips(before: TargetDocument, after: TargetDocument): readonly string[] {
  const known = new Map(controlsOf(before).map((control) => [control.control, control]));
  return controlsOf(after).flatMap((now) => {
    const was = known.get(now.control);
    if (was === undefined) return [`${now.control} appeared`];
    const verdict = mayBecome(now.control, was.verdict, now.verdict)
      ? []
      : [`${now.control}: ${was.verdict} became ${now.verdict}: ${now.reason}`];
    const resources = now.resources.flatMap(({ id, region, verdict, reason }) => {
      if (verdict === 'not-assessed' || verdict === 'manual') return [];
      // Where one region is enough and was found, another that cannot be read does not count.
      if (verdict === 'not-applicable' && reason.includes('could not be read')) return [];
      // Where a bucket lies is told by the list of buckets: without it, its row has no region.
      const earlier = was.resources.filter((r) => r.id === id && (r.region === region || region === null));
      if (earlier.some((r) => r.verdict === verdict)) return [];
      return [`${now.control} ${id} ${region}: ${earlier[0]?.verdict ?? 'nothing'} became ${verdict}`];
    });
    return [...verdict, ...resources];
  });
}

/** Controls whose verdict became not-assessed. */
export function lost(before: TargetDocument, after: TargetDocument): readonly string[] {
  const known = new Map(controlsOf(before).map(({ control, verdict }) => [control, verdict]));
  return controlsOf(after).flatMap(({ control, verdict }) =>
    verdict === 'not-assessed' && known.get(control) !== verdict ? [control] : [],
  );
}

/** Every right that a document names as missing, once. */
export function missingIn(document: TargetDocument): readonly string[] {
  return [...new Set(controlsOf(document).flatMap(({ missing }) => missing))].sort();
}

/** Every cause that a document gives, once. */
export function causesIn(document: TargetDocument): readonly string[] {
  const resources = controlsOf(document).flatMap(({ resources }) => resources);
  return [...new Set(resources.flatMap(({ cause }) => cause ?? []))].sort();
}

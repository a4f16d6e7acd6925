import type { IntakeTable, KeyItem, RequestItem, ScanItems, StoredReport } from '@cis-scan/scan-table';

/** Intake's table in memory, with doors for what others would write. */
export interface MemoryTable extends IntakeTable {
  readonly keys: Map<string, KeyItem>;
  readonly scans: Map<string, ScanItems>;
  /** What the reporter would note at the end. */
  finish(scanId: string, report: StoredReport): void;
  /** Makes every method fail from now on, as an outage does. */
  down: Error | null;
}

const newborn = (request: RequestItem): ScanItems => ({
  request,
  queued: false,
  state: {
    scanId: request.scanId,
    total: request.targets.length,
    done: new Set(),
    report: null,
    due: request.deadline,
    expiresAt: request.expiresAt,
  },
  targets: [],
  attempts: [],
  mails: [],
});

export function memoryTable(): MemoryTable {
  const scans = new Map<string, ScanItems>();
  const keys = new Map<string, KeyItem>();
  const minutes = new Map<string, number>();
  const up = (): Promise<void> => (table.down ? Promise.reject(table.down) : Promise.resolve());
  const table: MemoryTable = {
    keys,
    scans,
    down: null,
    finish(scanId, report) {
      const scan = scans.get(scanId);
      if (scan) scans.set(scanId, { ...scan, state: { ...scan.state, report } });
    },
    async putRequest(request) {
      await up();
      const known = scans.get(request.scanId);
      if (known) return { created: false, existing: known.request, queued: known.queued };
      scans.set(request.scanId, newborn(request));
      return { created: true };
    },
    async putQueued(scanId) {
      await up();
      const scan = scans.get(scanId);
      if (scan) scans.set(scanId, { ...scan, queued: true });
    },
    async deleteScan(scanId) {
      await up();
      return scans.delete(scanId);
    },
    async scansOf(caller, { limit }) {
      await up();
      const own = [...scans.values()].map(({ request }) => request).filter((request) => request.caller === caller);
      return { items: own.slice(0, limit), next: null };
    },
    async readScan(scanId) {
      await up();
      return scans.get(scanId) ?? null;
    },
    async openTargets(caller) {
      await up();
      return [...scans.values()]
        .filter(({ request, state }) => request.caller === caller && state.report === null)
        .reduce((sum, { state }) => sum + state.total - state.done.size, 0);
    },
    async countRequest(caller, now) {
      await up();
      const minute = `${caller} ${now.toISOString().slice(0, 16)}`;
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
      return minutes.get(minute) ?? 0;
    },
    async keyOf(keyId) {
      await up();
      return keys.get(keyId) ?? null;
    },
  };
  return table;
}

import type { AttemptItem, AttemptRef, MailItem, ReporterTable, ScanItems, StateItem } from '@cis-scan/scan-table';
import { textOf, type AttemptData, type Faults, type World } from './world.ts';

const AT = '2026-01-01T00:00:00.000Z';

function stateItem({ request, state }: World): StateItem | null {
  if (!state || !request) return null;
  const { scanId, targets, expiresAt } = request;
  return { scanId, total: targets.length, done: new Set(state.done), report: state.report, due: state.due, expiresAt };
}

function attemptItem(scanId: string, data: AttemptData): AttemptItem {
  // A faulty counter is shown as that many members, so that code which looks at the size sees the count.
  const got = new Set(data.got.map((n, i) => (data.got.indexOf(n) === i ? n : 1000 + i)));
  return { scanId, ...data, got, startedAt: AT, updatedAt: AT };
}

/** The reporter's table in memory: every method is one atomic step on the world, under the conditions of the real one. */
export function memoryTable(world: World, faults: Faults = {}): ReporterTable {
  const attempt = ({ targetId, attemptId }: AttemptRef): AttemptData =>
    (world.attempts[`${targetId}/${attemptId}`] ??= {
      targetId,
      attemptId,
      got: [],
      want: null,
      planned: null,
      answered: 0,
      header: null,
      warnings: [],
    });
  const mail = (recipientId: string): MailItem | undefined =>
    world.mails.find((one) => one.recipientId === recipientId);
  const replaceMail = (next: MailItem): void => {
    world.mails = world.mails.map((one) => (one.recipientId === next.recipientId ? next : one));
  };
  const ended = (): boolean => world.state === null || world.state.report !== null;

  return {
    readState: async () => stateItem(world),
    async readScan(scanId): Promise<ScanItems | null> {
      const state = stateItem(world);
      if (!state || !world.request) return null;
      const attempts = Object.values(world.attempts).map((data) => attemptItem(scanId, data));
      const targets = Object.values(world.targets);
      return structuredClone({ request: world.request, queued: true, state, targets, attempts, mails: world.mails });
    },
    async recordStarted(ref, planned) {
      attempt(ref).planned = planned;
    },
    async recordChunk(ref, chunk, questions) {
      const data = attempt(ref);
      if (!data.got.includes(chunk)) data.answered += questions;
      // Bounded, so that the search ends.
      if (faults.counter) data.got = [...data.got, chunk].sort().slice(0, 3);
      else data.got = [...new Set([...data.got, chunk])].sort();
      return attemptItem(ref.scanId, structuredClone(data));
    },
    async recordCompleted(ref, { chunks, planned, header, warnings }) {
      const data = attempt(ref);
      Object.assign(data, { want: chunks, planned, header, warnings });
      return attemptItem(ref.scanId, structuredClone(data));
    },
    async closeTarget(scanId, targetId, outcome, benchmarks) {
      if (!faults.closeUnconditioned && ended()) return 'ended';
      const stands = world.targets[targetId]?.outcome;
      const free = stands === undefined || (outcome.kind === 'completed' && stands.kind === 'failed');
      if (!free) return 'lost';
      world.targets[targetId] = { scanId, targetId, outcome, benchmarks, updatedAt: AT };
      return 'won';
    },
    async addDone(_, targetId) {
      if (!world.state) return null;
      world.state.done = [...new Set([...world.state.done, targetId])].sort();
      return stateItem(world);
    },
    async putReport(_, report, outcomes, mails) {
      if (world.state === null || world.state.report !== null) return 'ended';
      const asRead = [...outcomes].every(([t, outcome]) => textOf(world.targets[t]?.outcome) === textOf(outcome));
      if (!asRead && !faults.reportUnconditioned) return 'changed';
      Object.assign(world.state, { report, due: report.storedAt });
      world.mails.push(...mails);
      return 'stored';
    },
    async announced() {
      if (world.state?.report) world.state.due = null;
    },
    async due(now) {
      const { request, state } = world;
      const before = (due: string | null): boolean => due !== null && Date.parse(due) <= now.getTime();
      return [
        ...(request && state && before(state.due) ? [{ kind: 'scan' as const, scanId: request.scanId }] : []),
        ...world.mails
          .filter((one) => before(one.due))
          .map(({ scanId, recipientId }) => ({ kind: 'mail' as const, scanId, recipientId })),
      ];
    },
    async leaseMail(_, recipientId, lease, now, until) {
      const one = mail(recipientId);
      if (one?.state !== 'pending' || one.due === null || Date.parse(one.due) > now.getTime()) return null;
      const taken = { ...one, lease, due: until.toISOString(), tries: one.tries + 1 };
      replaceMail(taken);
      return taken;
    },
    async settleMail({ recipientId, lease }, { state, detail, retryAt }) {
      const one = mail(recipientId);
      if (!one || one.lease !== lease) return false;
      replaceMail({ ...one, state, detail, lease: null, due: retryAt?.toISOString() ?? null });
      return true;
    },
    async dropMail(_, recipientId) {
      world.mails = world.mails.filter((one) => one.recipientId !== recipientId);
    },
  };
}

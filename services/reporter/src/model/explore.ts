import { unfinished, violation } from './invariants.ts';
import type { Scenario } from './scenario.ts';
import { Workers } from './workers.ts';
import { newWorld, type World } from './world.ts';

/** What the search found. `cutOff`: it ended before it had seen everything. */
export interface Explored {
  readonly states: number;
  readonly ends: number;
  readonly cutOff: boolean;
  /** What went wrong first, `null` if nothing did. */
  readonly violation: string | null;
}

/** One moment: who is where, what is still to be delivered, what is stored. */
interface Moment {
  readonly world: number;
  /** Copies of each message that are in the queue. */
  readonly copies: readonly number[];
  /** Workers that are busy; idle ones are all alike. */
  readonly busy: readonly number[];
  /** Steps of the customer's deletion that are done, of two. */
  readonly deletion: number;
}

const keyOf = ({ world, copies, busy, deletion }: Moment): string =>
  `${world}|${copies.join('')}|${busy.toSorted((a, b) => a - b).join()}|${deletion}`;

const changed = <T>(list: readonly T[], at: number, value: T): T[] => list.with(at, value);

/** What a deletion takes away: STATE first, then everything else. */
function deleteFrom(world: World, step: number): World {
  if (step === 0) return { ...structuredClone(world), state: null };
  return { ...structuredClone(world), request: null, targets: {}, mails: [], attempts: {} };
}

/**
 * Tries every order in which `workers` workers can do the steps of a scenario: any of them killed after any step, every
 * message delivered in any order and again after it was handled.
 */
export async function explore(
  scenario: Scenario,
  { workers: size = 2, limit = 4_000_000 }: { readonly workers?: number; readonly limit?: number } = {},
): Promise<Explored> {
  const workers = new Workers(scenario);
  const start: Moment = {
    world: workers.worldId(newWorld(scenario.request)),
    copies: scenario.messages.map(() => 1),
    busy: [],
    deletion: 0,
  };
  const seen = new Set([keyOf(start)]);
  const todo = [start];
  let ends = 0;
  const result = (violated: string | null): Explored => ({
    states: seen.size,
    ends,
    cutOff: todo.length > 0 && violated === null,
    violation: violated,
  });
  const push = (moment: Moment): void => {
    const key = keyOf(moment);
    if (seen.has(key)) return;
    seen.add(key);
    todo.push(moment);
  };

  for (let now = todo.pop(); now && seen.size < limit; now = todo.pop()) {
    const wrong = violation(workers.world(now.world), now.deletion === 2);
    if (wrong !== null) return result(wrong);
    for (const [i, id] of now.busy.entries()) {
      const { message, answers, next } = workers.local(id);
      if (next.kind === 'error') return result(`the code failed: ${String(next.error)}`);
      const others = now.busy.filter((_, other) => other !== i);
      const redelivered = changed(now.copies, message, (now.copies[message] ?? 0) + 1);
      // Killed after a step, or handled and not yet deleted: the message comes again.
      if (answers.length > 0) push({ ...now, busy: others, copies: redelivered });
      if (next.kind === 'end') push({ ...now, busy: others });
      else {
        const step = await workers.step(now.world, id);
        push({ ...now, world: step.world, busy: changed(now.busy, i, step.local) });
      }
    }
    if (now.busy.length < size) {
      for (const [message, copies] of now.copies.entries()) {
        if (copies === 0) continue;
        const begun = await workers.start(message);
        // Receiving shows nothing to others: it happens together with the first step.
        const step = await workers.step(now.world, begun);
        push({
          ...now,
          world: step.world,
          busy: [...now.busy, step.local],
          copies: changed(now.copies, message, copies - 1),
        });
      }
    }
    if (scenario.mayDelete && now.deletion < 2) {
      const world = workers.worldId(deleteFrom(workers.world(now.world), now.deletion));
      push({ ...now, world, deletion: now.deletion + 1 });
    }
    if (now.busy.length === 0 && now.copies.every((copies) => copies === 0)) {
      ends += 1;
      const open = unfinished(workers.world(now.world), now.deletion > 0);
      if (open !== null) return result(open);
    }
  }
  return result(null);
}

import type { Context } from '../context.ts';
import { TakenForHandled } from './replay.ts';
import type { Store } from '../store.ts';
import { chunk, completed, failed, requestOf, tick, type Scenario } from './scenario.ts';

const whole = [chunk(0, 'a', 0), completed(0, 'a', 1)];

/** Stops the code where a message counts as handled. */
const stopsAtLoss = (context: Context): Context => ({
  ...context,
  table: new Proxy(context.table, {
    get: (table, name) =>
      name !== 'closeTarget'
        ? table[name as keyof typeof table]
        : async (...args: Parameters<typeof table.closeTarget>) => {
            const answer = await table.closeTarget(...args);
            if (answer !== 'won') throw new TakenForHandled();
            return answer;
          },
  }),
});

const countsFirst = (context: Context): Context => {
  const { table, store } = context;
  let body: Parameters<Store['putChunk']> | undefined;
  return {
    ...context,
    store: new Proxy(store, {
      get: (of, name) =>
        name !== 'putChunk'
          ? of[name as keyof typeof of]
          : async (...args: Parameters<Store['putChunk']>) => {
              body = args;
            },
    }),
    table: new Proxy(table, {
      get: (of, name) =>
        name !== 'recordChunk'
          ? of[name as keyof typeof of]
          : async (...args: Parameters<typeof table.recordChunk>) => {
              const attempt = await table.recordChunk(...args);
              if (body) await store.putChunk(...body);
              return attempt;
            },
    }),
  };
};

const onePlace = (context: Context): Context => ({
  ...context,
  store: new Proxy(context.store, {
    get: (store, name) =>
      name !== 'putReport'
        ? store[name as keyof typeof store]
        : (scanId: string, _: string, texts: Parameters<Store['putReport']>[2]) =>
            store.putReport(scanId, 'report', texts),
  }),
});

/** Rules that look right, each with the scenario that shows what it does. */
export const FAULTY: readonly Scenario[] = [
  {
    name: 'only the winner of the conditional write goes on',
    request: requestOf(1),
    messages: whole,
    wrap: stopsAtLoss,
  },
  { name: 'a chunk is counted before its body is stored', request: requestOf(1), messages: whole, wrap: countsFirst },
  {
    name: 'chunks are counted and not collected in a set',
    request: requestOf(1),
    messages: [chunk(0, 'a', 0), chunk(0, 'a', 1), completed(0, 'a', 2)],
    faults: { counter: true },
  },
  {
    name: 'a target is closed without looking at the report',
    request: requestOf(1),
    messages: [...whole, failed(0)],
    faults: { closeUnconditioned: true },
  },
  {
    name: 'the report is noted without looking at the outcomes',
    request: requestOf(1),
    messages: [...whole, failed(0)],
    faults: { reportUnconditioned: true },
  },
  {
    name: 'all builds of a report share one place',
    request: requestOf(1),
    messages: [...whole, failed(0)],
    wrap: onePlace,
  },
  {
    name: 'a target is closed without looking whether the scan still exists',
    request: requestOf(1),
    messages: whole,
    mayDelete: true,
    faults: { closeUnconditioned: true },
  },
  {
    name: 'a target is closed without looking at the report, at the deadline',
    request: requestOf(1),
    messages: [...whole, tick],
    faults: { closeUnconditioned: true },
  },
];

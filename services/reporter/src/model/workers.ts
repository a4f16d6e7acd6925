import { nextCall, perform, type Answer, type Call, type Next } from './replay.ts';
import { memoryStore } from './memory-store.ts';
import { memoryTable } from './memory-table.ts';
import type { Scenario } from './scenario.ts';
import { textOf, type World } from './world.ts';

/** A worker somewhere in its message. */
interface Local {
  readonly message: number;
  readonly answers: readonly Answer[];
  readonly next: Next;
}

/** Where a step leads: the world after it, and the worker after it. */
export interface Step {
  readonly world: number;
  readonly local: number;
}

/**
 * Reads of chunk bodies change nothing and bodies are never changed: answered at once, at their earliest moment, they
 * show a missing body best and leave fewer orders to try.
 */
const AT_ONCE = new Set(['readChunk', 'readRows']);

/** All worlds and workers met so far, each with a number, and how one leads to another: the real code runs once per case. */
export class Workers {
  readonly #scenario: Scenario;
  readonly #worlds: World[] = [];
  readonly #worldIds = new Map<string, number>();
  readonly #locals: Local[] = [];
  readonly #localIds = new Map<string, number>();
  readonly #steps = new Map<string, Step>();
  readonly #starts = new Map<number, number>();

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  world(id: number): World {
    const world = this.#worlds[id];
    if (!world) throw new RangeError(`no world ${id}`);
    return world;
  }

  local(id: number): Local {
    const local = this.#locals[id];
    if (!local) throw new RangeError(`no worker ${id}`);
    return local;
  }

  worldId(world: World): number {
    const text = textOf(world);
    const known = this.#worldIds.get(text);
    if (known !== undefined) return known;
    this.#worlds.push(world);
    this.#worldIds.set(text, this.#worlds.length - 1);
    return this.#worlds.length - 1;
  }

  /** A worker that has just received a message. */
  async start(message: number): Promise<number> {
    const known = this.#starts.get(message);
    if (known !== undefined) return known;
    const id = await this.#localId(`${message}`, message, []);
    this.#starts.set(message, id);
    return id;
  }

  /** Lets a worker do its next call in a world. */
  async step(worldId: number, localId: number): Promise<Step> {
    const key = `${worldId}.${localId}`;
    const known = this.#steps.get(key);
    if (known) return known;
    const world = structuredClone(this.world(worldId));
    let local = localId;
    do {
      const { next } = this.local(local);
      if (next.kind !== 'call') throw new Error('a worker at its end has no step');
      local = await this.#answer(local, await this.#perform(world, next.call));
    } while (this.#readsOnly(local));
    const step = { world: this.worldId(world), local };
    this.#steps.set(key, step);
    return step;
  }

  #readsOnly(local: number): boolean {
    const { next } = this.local(local);
    return next.kind === 'call' && AT_ONCE.has(next.call.method);
  }

  async #perform(world: World, call: Call): Promise<Answer> {
    const bus = {
      publish: async () => {
        world.announced = true;
      },
    };
    const ports = { table: memoryTable(world, this.#scenario.faults), store: memoryStore(world), bus };
    try {
      return { value: await perform(ports, call) };
    } catch (error) {
      return { error };
    }
  }

  #answer(localId: number, answer: Answer): Promise<number> {
    const { message, answers } = this.local(localId);
    const told = 'error' in answer ? String(answer.error) : textOf(answer.value ?? null);
    return this.#localId(`${localId}>${told}`, message, [...answers, answer]);
  }

  async #localId(key: string, message: number, answers: readonly Answer[]): Promise<number> {
    const known = this.#localIds.get(key);
    if (known !== undefined) return known;
    const run = this.#scenario.messages[message];
    if (!run) throw new RangeError(`no message ${message}`);
    const { wrap = (context) => context } = this.#scenario;
    const next = await nextCall((context) => run.handle(wrap(context)), answers);
    this.#locals.push({ message, answers, next });
    this.#localIds.set(key, this.#locals.length - 1);
    return this.#locals.length - 1;
  }
}

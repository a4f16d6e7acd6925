import { inspect } from 'node:util';

const SHOWN = '[secret]';

/**
 * A value that can be handed on but neither printed nor serialised: templates, JSON, logs, errors and the inspector all
 * show `[secret]`. Whoever really needs it says so with `reveal()`, which makes every use findable.
 */
export class Secret<T = string> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself. Keep it in the narrowest scope, and never in a message. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [Symbol.toPrimitive](): string {
    return SHOWN;
  }

  [inspect.custom](): string {
    return SHOWN;
  }
}

/**
 * A place in a provider's JSON answer, read strictly: a member that is not what was expected is an error that names its
 * path, and so becomes a gap. Nothing unread turns into a default unless the fact says what its absence means.
 */
export class Answer {
  readonly #value: unknown;
  readonly #path: string;
  constructor(value: unknown, path = 'the answer') {
    this.#value = value;
    this.#path = path;
  }

  #expected(what: string): Error {
    const { constructor } = Object(this.#value) as object;
    const found = this.#value === undefined ? 'absent' : this.#value === null ? 'null' : `of type ${constructor.name}`;
    return new Error(`${this.#path} is ${found}, ${what} was expected`);
  }

  /** A member of an object; `absent()` where there is none. Throws where this is no object. */
  at(...names: readonly string[]): Answer {
    return names.reduce<Answer>((place, name) => place.#member(name), this);
  }
  #member(name: string): Answer {
    if (typeof this.#value !== 'object' || this.#value === null || Array.isArray(this.#value)) {
      throw this.#expected('an object');
    }
    const path = this.#path === 'the answer' ? name : `${this.#path}.${name}`;
    return new Answer((this.#value as Record<string, unknown>)[name], path);
  }

  /** True where there is no such member, or it is null. Only where the interface documents what that means. */
  absent(): boolean {
    return this.#value === undefined || this.#value === null;
  }
  /** What `read` makes of it, or `whenAbsent`. The fact says beside it why absence has that meaning. */
  or<T, U>(whenAbsent: U, read: (place: Answer) => T): T | U {
    return this.absent() ? whenAbsent : read(this);
  }

  /** True or false; PowerShell answers it as text at times. */
  flag(): boolean {
    if (this.#value === true || this.#value === 'True' || this.#value === 'true') return true;
    if (this.#value === false || this.#value === 'False' || this.#value === 'false') return false;
    throw this.#expected('true or false');
  }
  text(): string {
    if (typeof this.#value !== 'string') throw this.#expected('a text');
    return this.#value;
  }
  /** A finite number, also one written as text. */
  number(): number {
    const value = typeof this.#value === 'string' && this.#value.trim() !== '' ? Number(this.#value) : this.#value;
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.#expected('a number');
    return value;
  }
  /** A moment. */
  date(): Date {
    const date = new Date(this.text());
    if (Number.isNaN(date.getTime())) throw this.#expected('a moment');
    return date;
  }
  /** One of some words, as spelled. */
  oneOf<const T extends string>(...words: readonly T[]): T {
    const found = words.find((word) => word === this.#value);
    if (found === undefined) throw this.#expected(`one of ${words.join(', ')}`);
    return found;
  }
  /** The elements of a list. Their errors do not say which one it was, since its place tells nothing about the tenant. */
  items(): readonly Answer[] {
    if (!Array.isArray(this.#value)) throw this.#expected('a list');
    return this.#value.map((value: unknown) => new Answer(value, `${this.#path}[]`));
  }
  /** A list of texts. PowerShell answers one element alone as that element, and none as null. */
  texts(): readonly string[] {
    if (this.absent()) throw this.#expected('a list of texts');
    return (Array.isArray(this.#value) ? this.items() : [this]).map((item) => item.text());
  }
  /** A text of words with commas between them (`deviceCodeFlow,authenticationTransfer`), or a list of them. */
  words(): readonly string[] {
    return this.texts().flatMap((text) =>
      text
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    );
  }
}

import { isList, isObject, type Json, type JsonObject } from '../json.ts';

/** Judges one element of a collection. */
export type Predicate = (item: JsonObject) => boolean;

/** An expression that Graph does not take for this collection. */
export class UnsupportedQuery extends Error {}

const TOKEN = /\s*('(?:[^']|'')*'|[()/,:]|[^\s()/,:']+(?:[:.][^\s()/,:']+)*)/y;

function tokens(text: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (match?.[1] === undefined) throw new UnsupportedQuery(`Invalid filter clause: ${text}`);
    found.push(match[1]);
  }
  return found;
}

function literal(token: string): Json {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  if (token === 'null' || token === 'true' || token === 'false') return JSON.parse(token) as Json;
  return /^-?\d+(\.\d+)?$/.test(token) ? Number(token) : token;
}

/** Moments compare as moments, texts without regard to case, as the directory does. */
function order(left: Json | undefined, right: Json): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [String(left ?? ''), String(right)];
  if (/^\d{4}-\d\d-\d\d/.test(a) && /^\d{4}-\d\d-\d\d/.test(b)) return Date.parse(a) - Date.parse(b);
  return a.toLowerCase() < b.toLowerCase() ? -1 : Number(a.toLowerCase() > b.toLowerCase());
}

function same(left: Json | undefined, right: Json): boolean {
  if (right === null || left === undefined || left === null) return (left ?? null) === right;
  return typeof left === typeof right && order(left, right) === 0;
}

const COMPARE: Readonly<Record<string, (left: Json | undefined, right: Json) => boolean>> = {
  eq: same,
  ne: (left, right) => !same(left, right),
  gt: (left, right) => order(left, right) > 0,
  ge: (left, right) => order(left, right) >= 0,
  lt: (left, right) => order(left, right) < 0,
  le: (left, right) => order(left, right) <= 0,
};

type Value = (item: Json) => Json | undefined;

/** A recursive-descent reader of the part of OData's filter language that Graph's documentation shows. */
class FilterReader {
  readonly #tokens: string[];
  #at = 0;
  constructor(text: string) {
    this.#tokens = tokens(text);
  }

  whole(): Predicate {
    const found = this.#or();
    if (this.#at < this.#tokens.length) throw new UnsupportedQuery(`Syntax error at '${this.#tokens[this.#at]}'.`);
    return found;
  }
  #take(wanted?: string): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined || (wanted !== undefined && token !== wanted)) {
      throw new UnsupportedQuery(`Syntax error: '${wanted ?? 'a term'}' expected.`);
    }
    return token;
  }
  #or(): Predicate {
    let left = this.#and();
    while (this.#tokens[this.#at] === 'or') {
      this.#at++;
      const [a, b] = [left, this.#and()];
      left = (item) => a(item) || b(item);
    }
    return left;
  }
  #and(): Predicate {
    let left = this.#term();
    while (this.#tokens[this.#at] === 'and') {
      this.#at++;
      const [a, b] = [left, this.#term()];
      left = (item) => a(item) && b(item);
    }
    return left;
  }
  #term(): Predicate {
    const token = this.#take();
    if (token === 'not') {
      const inner = this.#term();
      return (item) => !inner(item);
    }
    if (token === '(') {
      const inner = this.#or();
      this.#take(')');
      return inner;
    }
    if (token === 'startswith' || token === 'startsWith') return this.#startsWith();
    return this.#comparison(token);
  }
  #startsWith(): Predicate {
    this.#take('(');
    const value = member(this.#take());
    this.#take(',');
    const prefix = String(literal(this.#take())).toLowerCase();
    this.#take(')');
    return (item) =>
      String(value(item) ?? '')
        .toLowerCase()
        .startsWith(prefix);
  }
  #comparison(name: string): Predicate {
    const path = [name];
    while (this.#tokens[this.#at] === '/') {
      this.#at++;
      path.push(this.#take());
    }
    if (path.at(-1) === 'any') return this.#any(path.slice(0, -1));
    const value = member(...path);
    const compare = COMPARE[this.#take()];
    if (compare === undefined) throw new UnsupportedQuery('Unsupported or invalid query filter clause.');
    const right = literal(this.#take());
    return (item) => compare(value(item), right);
  }
  /** `groupTypes/any(c:c eq 'Unified')`; the tokeniser keeps `c:c` together. */
  #any(path: readonly string[]): Predicate {
    this.#take('(');
    const variable = this.#take().split(':')[0];
    if (this.#tokens[this.#at] === ':') {
      this.#at++;
      if (this.#take() !== variable) throw new UnsupportedQuery('Invalid lambda.');
    }
    const compare = COMPARE[this.#take()];
    const right = literal(this.#take());
    this.#take(')');
    if (compare === undefined) throw new UnsupportedQuery('Unsupported lambda.');
    const list = member(...path);
    return (item) => {
      const values = list(item);
      return isList(values) && values.some((value) => compare(value, right));
    };
  }
}

function member(...path: readonly string[]): Value {
  return (item) => path.reduce<Json | undefined>((value, name) => (isObject(value) ? value[name] : undefined), item);
}

/** Reads a `$filter`. Throws UnsupportedQuery for what Graph would not take. */
export function filterOf(text: string): Predicate {
  return new FilterReader(text).whole();
}

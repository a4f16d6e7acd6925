import type { Expression, Term } from './filter-pattern-syntax.ts';
import { tokenize, type Token } from './filter-pattern-tokens.ts';

export type Parsed =
  { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly detail: string };

/** CloudWatch Logs itself takes 1,024 characters; a pattern beyond this length is not read. */
const MAX_LENGTH = 8192;
const MAX_DEPTH = 100;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

class Unreadable extends Error {}

/** Recursive descent: `||` over `&&` over parentheses and terms. */
class Parser {
  #at = 0;
  readonly #tokens: readonly Token[];
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    this.#expect('{');
    const expression = this.#either(0);
    this.#expect('}');
    if (this.#at < this.#tokens.length) throw new Unreadable('there is something after the closing brace');
    return expression;
  }

  #either(depth: number): Expression {
    const any = [this.#both(depth)];
    while (this.#take('||')) any.push(this.#both(depth));
    return any.length === 1 && any[0] !== undefined ? any[0] : { any };
  }

  #both(depth: number): Expression {
    const all = [this.#operand(depth)];
    while (this.#take('&&')) all.push(this.#operand(depth));
    return all.length === 1 && all[0] !== undefined ? all[0] : { all };
  }

  #operand(depth: number): Expression {
    if (depth > MAX_DEPTH) throw new Unreadable('parentheses are nested too deeply');
    if (!this.#take('(')) return this.#term();
    const inner = this.#either(depth + 1);
    this.#expect(')');
    return inner;
  }

  #term(): Term {
    const field = this.#next('a field');
    if (field.kind !== 'field') throw new Unreadable('a condition does not begin with a field ($.name)');
    const on = { field: field.text, steps: field.steps };
    const op = this.#next('an operator');
    if (op.kind === 'state') return { ...on, kind: 'state', op: op.text };
    if (op.kind !== 'comparison') throw new Unreadable('a field is not followed by an operator');
    const value = this.#next('a value');
    if (value.kind === 'bare' && NUMBER.test(value.text)) {
      return { ...on, kind: 'number', op: op.text, value: Number(value.text), text: value.text };
    }
    if (op.text !== '=' && op.text !== '!=') throw new Unreadable('only numbers can be compared by size');
    if (value.kind === 'regex') return { ...on, kind: 'regex', op: op.text, value: value.text };
    if (value.kind === 'bare' || value.kind === 'quoted') {
      return { ...on, kind: 'text', op: op.text, value: value.text };
    }
    throw new Unreadable('an operator is not followed by a value');
  }

  #next(wanted: string): Token {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new Unreadable(`it ends where ${wanted} should stand`);
    return token;
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.#at++;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw new Unreadable(`"${sign}" is missing`);
  }
}

/**
 * Reads a CloudWatch Logs filter pattern for JSON events. The empty pattern matches everything. Patterns for plain text (`ERROR`, `[a, b]`)
 * say nothing about JSON fields and are answered with `ok: false`, as is everything that is no pattern; never throws.
 */
export function parseFilterPattern(text: string): Parsed {
  if (text.length > MAX_LENGTH) return { ok: false, detail: 'the pattern is too long' };
  if (text.trim() === '') return { ok: true, expression: { all: [] } };
  const tokens = tokenize(text);
  if (tokens === undefined) return { ok: false, detail: 'the pattern is not a JSON pattern' };
  try {
    return { ok: true, expression: new Parser(tokens).whole() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { ok: false, detail: `the pattern is not a JSON pattern: ${error.message}` };
  }
}

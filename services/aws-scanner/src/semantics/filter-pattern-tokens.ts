import type { Comparison, State, Step } from './filter-pattern-syntax.ts';

export type Token =
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'comparison'; readonly text: Comparison }
  | { readonly kind: 'state'; readonly text: State }
  | { readonly kind: 'field'; readonly text: string; readonly steps: readonly Step[] }
  | { readonly kind: 'bare' | 'quoted' | 'regex'; readonly text: string };

const SPACE = /\s+/y;
const SIGN = /\|\||&&|[(){}]/y;
const COMPARISON = /!=|<=|>=|[=<>]/y;
const STATE = /(?:NOT\s+EXISTS|EXISTS|IS\s+NULL|IS\s+TRUE|IS\s+FALSE)(?![^\s(){}|&])/iy;
const FIELD = /\$(?:\.[\w*:-]+|\.?\[\s*(?:\d+|\*|"[^"]*"|'[^']*')\s*\])+/y;
const STEP = /\.([\w*:-]+)|\.?\[\s*(?:(\d+)|(\*)|"([^"]*)"|'([^']*)')\s*\]/g;
const QUOTED = /"((?:[^"\\]|\\.)*)"/sy;
const REGEX = /%([^%]*)%/y;
const BARE = /[^\s(){}|&=!<>"]+/y;

function stepsOf(field: string): Step[] {
  return [...field.matchAll(STEP)].map(([, name, index, star, double, single]) => {
    if (index !== undefined) return Number(index);
    return name ?? star ?? double ?? single ?? '';
  });
}

const upper = (text: string): string => text.replace(/\s+/g, ' ').toUpperCase();

/** Cuts a pattern into its tokens, in one pass from left to right; `undefined` at the first character that fits nowhere. */
export function tokenize(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  const match = (expression: RegExp): RegExpExecArray | undefined => {
    expression.lastIndex = at;
    const found = expression.exec(text);
    if (found === null) return undefined;
    at = expression.lastIndex;
    return found;
  };
  while (at < text.length) {
    if (match(SPACE)) continue;
    let found = match(SIGN);
    if (found) tokens.push({ kind: 'sign', text: found[0] });
    else if ((found = match(COMPARISON))) tokens.push({ kind: 'comparison', text: found[0] as Comparison });
    else if ((found = match(FIELD))) {
      const steps = stepsOf(found[0]);
      tokens.push({ kind: 'field', text: JSON.stringify(steps), steps });
    }
    // Only where an operator can stand: `= exists` is a value.
    else if (tokens.at(-1)?.kind === 'field' && (found = match(STATE))) {
      tokens.push({ kind: 'state', text: upper(found[0]) as State });
    } else if ((found = match(QUOTED))) {
      tokens.push({ kind: 'quoted', text: (found[1] ?? '').replace(/\\(["\\])/g, '$1') });
    } else if ((found = match(REGEX))) tokens.push({ kind: 'regex', text: found[1] ?? '' });
    else if ((found = match(BARE))) tokens.push({ kind: 'bare', text: found[0] });
    else return undefined;
  }
  return tokens;
}

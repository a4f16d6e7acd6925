import { includes, literal, starGlob } from './glob.ts';
import { parseFilterPattern } from './filter-pattern-parse.ts';
import { ANY_STEP, type Expression, type Step, type Term } from './filter-pattern-syntax.ts';

/** Whether `$.a != "x"` matches an event without `a`. The provider does not document it; comparing patterns relies on neither. */
export interface MatchOptions {
  readonly absentDiffers: boolean;
}

function valuesAt(event: unknown, steps: readonly Step[]): unknown[] {
  let values: unknown[] = [event];
  for (const step of steps) {
    values = values.flatMap((value) => {
      if (typeof value !== 'object' || value === null) return [];
      if (step === ANY_STEP) return Object.values(value);
      if (Array.isArray(value) ? typeof step !== 'number' : typeof step === 'number') return [];
      return Object.hasOwn(value, step) ? [(value as Record<string | number, unknown>)[step]] : [];
    });
  }
  return values;
}

const asText = (value: unknown): string | undefined =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;

const asNumber = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : undefined;
};

function equal(term: Term & { kind: 'text' | 'number' | 'regex' }, value: unknown): boolean {
  if (term.kind === 'number') return asNumber(value) === term.value;
  const text = asText(value);
  return term.kind === 'text' && text !== undefined && includes(starGlob(term.value), literal(text));
}

function valueMatches(term: Term, value: unknown): boolean {
  switch (term.op) {
    case 'EXISTS':
      return true;
    case 'NOT EXISTS':
      return false;
    case 'IS NULL':
      return value === null;
    case 'IS TRUE':
      return value === true;
    case 'IS FALSE':
      return value === false;
    case '=':
      return equal(term, value);
    case '!=':
      return term.kind !== 'regex' && !equal(term, value);
    default: {
      const number = asNumber(value);
      if (number === undefined) return false;
      if (term.op === '<') return number < term.value;
      if (term.op === '<=') return number <= term.value;
      return term.op === '>' ? number > term.value : number >= term.value;
    }
  }
}

function holds(expression: Expression, event: unknown, options: MatchOptions): boolean {
  if ('all' in expression) return expression.all.every((part) => holds(part, event, options));
  if ('any' in expression) return expression.any.some((part) => holds(part, event, options));
  const values = valuesAt(event, expression.steps);
  if (values.length > 0) return values.some((value) => valueMatches(expression, value));
  if (expression.op === 'NOT EXISTS') return true;
  return expression.op === '!=' && expression.kind !== 'regex' && options.absentDiffers;
}

/**
 * Does the pattern match the event? A pattern that cannot be read matches nothing, nor does a regular expression (they are not run:
 * the text is a stranger's). A field with `[*]` matches when one of its values does.
 */
export function matches(pattern: string, event: unknown, options: MatchOptions = { absentDiffers: true }): boolean {
  const parsed = parseFilterPattern(pattern);
  return parsed.ok && holds(parsed.expression, event, options);
}

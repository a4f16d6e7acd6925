import { includes, overlaps, starGlob } from './glob.ts';
import { ANY_STEP, type Comparison, type Term } from './filter-pattern-syntax.ts';

type OfKind<K extends Term['kind']> = Term & { readonly kind: K };

/** A field that can stand for several values at once: then "one equals" says nothing about "one differs". */
const manyValued = (term: Term): boolean => term.steps.includes(ANY_STEP);

function textImplies(known: OfKind<'text'>, asked: OfKind<'text'>): boolean {
  const k = starGlob(known.value);
  const a = starGlob(asked.value);
  if (known.op === '=' && asked.op === '=') return includes(a, k);
  if (known.op === '!=' && asked.op === '!=') return includes(k, a);
  return known.op === '=' && asked.op === '!=' && !manyValued(known) && !overlaps(k, a);
}

/** The numbers for which a comparison holds: from low to high, each end taken in or not. */
function rangeOf(
  op: Exclude<Comparison, '!='>,
  value: number,
): [low: number, lowIn: boolean, high: number, highIn: boolean] {
  switch (op) {
    case '=':
      return [value, true, value, true];
    case '<':
    case '<=':
      return [-Infinity, true, value, op === '<='];
    default:
      return [value, op === '>=', Infinity, true];
  }
}

function numberImplies(known: OfKind<'number'>, asked: OfKind<'number'>): boolean {
  if (known.op === '!=') return asked.op === '!=' && known.value === asked.value;
  const [low, lowIn, high, highIn] = rangeOf(known.op, known.value);
  if (asked.op === '!=') {
    if (manyValued(known)) return false;
    const above = asked.value < low || (asked.value === low && !lowIn);
    const below = asked.value > high || (asked.value === high && !highIn);
    return above || below;
  }
  const [askedLow, askedLowIn, askedHigh, askedHighIn] = rangeOf(asked.op, asked.value);
  return (
    (askedLow < low || (askedLow === low && (askedLowIn || !lowIn))) &&
    (askedHigh > high || (askedHigh === high && (askedHighIn || !highIn)))
  );
}

/** States and comparisons that can only hold for a field that is there. */
const provesPresence = (term: Term): boolean =>
  term.kind === 'state' ? ['EXISTS', 'IS TRUE', 'IS FALSE'].includes(term.op) : term.op !== '!=';

/** Does `known` make `asked` certain for every event? False when in doubt, so regular expressions imply nothing. */
export function implies(known: Term, asked: Term): boolean {
  if (known.field !== asked.field || known.kind === 'regex' || asked.kind === 'regex') return false;
  if (known.kind === 'text' && asked.kind === 'text') return textImplies(known, asked);
  if (known.kind === 'number' && asked.kind === 'number') return numberImplies(known, asked);
  if (asked.kind !== 'state') return false;
  return known.op === asked.op || (asked.op === 'EXISTS' && provesPresence(known));
}

/** A term in its plain spelling, for messages. */
export function termText(term: Term): string {
  const field = term.steps
    .map((step) => (typeof step === 'number' ? `[${step}]` : step === ANY_STEP ? '[*]' : `.${step}`))
    .join('');
  if (term.kind === 'state') return `$${field} ${term.op}`;
  const value = term.kind === 'number' ? term.text : term.kind === 'regex' ? `%${term.value}%` : `"${term.value}"`;
  return `$${field} ${term.op} ${value}`;
}

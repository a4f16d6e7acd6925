import { html as escape } from 'ghtml';
import { shown } from '../text.ts';

/** Longest text that one slot of the page takes; foreign text is cut shorter where it is read. */
const SLOT_CHARACTERS = 4096;

/** HTML that may stand as it is. Only `html` and `trusted` make it. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

export type Piece = Markup | string | number | null | readonly Piece[];

/**
 * HTML from a template: what is Markup stands as it is, everything else is bounded, made visible and escaped.
 * The type decides and not a mark in the template (ghtml's own `!` would also bite after an exclamation mark), so a
 * resource name cannot become markup by a slip.
 */
export function html(literals: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(literals.reduce((page, literal, i) => page + render(pieces[i - 1] ?? null) + literal));
}

/** Markup of our own making: styles. Never called with anything that was read. */
export function trusted(source: string): Markup {
  return new Markup(source);
}

function render(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.source;
  if (typeof piece === 'string') return escape`${shown(piece, SLOT_CHARACTERS)}`;
  if (typeof piece === 'number') return String(piece);
  return piece.map(render).join('');
}

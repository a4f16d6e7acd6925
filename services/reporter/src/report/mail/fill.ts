import { html as escape } from 'ghtml';
import { shown } from '../text.ts';

/** Values of the slots, and for each repeated block one entry per repetition. */
export interface Filling {
  readonly slots?: Readonly<Record<string, string>>;
  readonly blocks?: Readonly<Record<string, readonly Filling[]>>;
}

/** Room for a signed link with its session token; foreign text is cut shorter where it is read. */
const SLOT_CHARACTERS = 8192;

const BLOCK = /<!-- each:(\w+) -->([\s\S]*?)<!-- end:\1 -->/g;
const SLOT = /\{\{(\w+)\}\}/g;

/**
 * Fills a template: blocks are repeated as often as they have entries, slots get their text bounded, visible and
 * escaped. Slots are filled after the block around them was cut out, so no text is ever read as a template; a block
 * inherits the slots around it.
 * @throws Error for a slot without text or a block without entries: a mistake in the template, not in the data
 */
export function fill(template: string, { slots = {}, blocks = {} }: Filling): string {
  let filled = '';
  let at = 0;
  for (const match of template.matchAll(BLOCK)) {
    const [whole, name = '', body = ''] = match;
    const entries = blocks[name];
    if (entries === undefined) throw new Error(`the template has a block "${name}" that nothing fills`);
    filled += fillSlots(template.slice(at, match.index), slots);
    filled += entries.map((entry) => fill(body, { ...entry, slots: { ...slots, ...entry.slots } })).join('');
    at = match.index + whole.length;
  }
  return filled + fillSlots(template.slice(at), slots);
}

function fillSlots(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(SLOT, (_, name: string) => {
    const text = slots[name];
    if (text === undefined) throw new Error(`the template has a slot "${name}" that nothing fills`);
    return escape`${shown(text, SLOT_CHARACTERS)}`;
  });
}

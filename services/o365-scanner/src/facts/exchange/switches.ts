import type { Switches } from '../../semantics/switches.ts';
import type { Answer } from '../answer.ts';

/** The named settings of a policy. One that the answer does not hold is null, not off: licences hide some of them. */
export const switchesOf = (item: Answer, names: readonly string[]): Switches =>
  Object.fromEntries(names.map((name) => [name, item.at(name).or(null, (place) => place.flag())]));

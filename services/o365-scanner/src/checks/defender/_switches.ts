import { fail, notAssessed, pass, saw, type Fact, type Judgement, type Where } from '@cis-scan/engine';
import { switchesAmiss, type Switches, type WantedSwitches } from '../../semantics/switches.ts';

/** A policy or setting of Defender whose switches are judged. */
interface Switched {
  /** What the result is about. */
  readonly where: Where;
  /** As a sentence begins with it: `the policy "Default"`. */
  readonly subject: string;
  readonly fact: Fact<unknown>;
  readonly switches: Switches;
  /** What else the evidence shows. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Judges switches against what is wanted. One that is known to stand wrong fails; one that nobody told forbids a pass. */
export function judgeSwitches(
  { where, subject, fact, switches, fields = {} }: Switched,
  wanted: WantedSwitches,
): Judgement {
  const asked = [...wanted.mustBeOn, ...wanted.mustBeOff];
  const shown = Object.fromEntries(asked.map((name) => [name, switches[name] ?? null]));
  const found = saw(fact, { ...fields, ...shown });
  const { wrong, untold } = switchesAmiss(switches, wanted);
  if (wrong.length > 0) return fail(where, `${subject}: ${wrong.join('; ')}`, found);
  if (untold.length > 0) {
    const detail = `${subject}: the answer does not tell ${untold.join(', ')}`;
    return notAssessed({ fact: fact.name, cause: 'failed', rights: [], detail }, where);
  }
  const stands = [...wanted.mustBeOn.map((name) => `${name} on`), ...wanted.mustBeOff.map((name) => `${name} off`)];
  return pass(where, `${subject} has ${stands.join(', ')} as wanted`, found);
}

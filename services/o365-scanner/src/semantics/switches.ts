/** Settings of a policy that are on or off, by the provider's names; null where the answer did not tell one. */
export type Switches = Readonly<Record<string, boolean | null>>;

/** How switches should stand, by the provider's names; a check takes it as its options. */
export type WantedSwitches = {
  readonly mustBeOn: readonly string[];
  readonly mustBeOff: readonly string[];
};

/** What stands otherwise than wanted, and what nobody told, each in words and in the order in which it was asked. */
export function switchesAmiss(
  switches: Switches,
  { mustBeOn, mustBeOff }: WantedSwitches,
): { readonly wrong: readonly string[]; readonly untold: readonly string[] } {
  const asked = [
    ...mustBeOn.map((name) => ({ name, wanted: true })),
    ...mustBeOff.map((name) => ({ name, wanted: false })),
  ].map((one) => ({ ...one, found: Object.hasOwn(switches, one.name) ? (switches[one.name] ?? null) : null }));
  return {
    wrong: asked
      .filter(({ found, wanted }) => found === !wanted)
      .map(({ name, wanted }) => `${name} is ${wanted ? 'off, on' : 'on, off'} is wanted`),
    untold: asked.filter(({ found }) => found === null).map(({ name }) => name),
  };
}

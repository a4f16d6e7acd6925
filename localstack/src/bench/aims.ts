/** One aim with what was measured. */
export interface Aim {
  readonly what: string;
  readonly measured: string;
  readonly met: boolean;
}

/** A number that must not be larger than wanted. */
export const atMost = (what: string, value: number, wanted: number, unit: string): Aim => ({
  what: `${what}: at most ${wanted}${unit}`,
  measured: `${value.toFixed(value < 10 ? 2 : 0)}${unit}`,
  met: value <= wanted,
});

export const aimLine = ({ what, measured, met }: Aim): string =>
  `  ${met ? 'ok     ' : 'NOT met'}  ${what} — ${measured}`;

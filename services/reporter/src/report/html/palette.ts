import type { Verdict } from '@cis-scan/contracts';

/** Colours of one mode. Text on `page` and `surface`, and a badge's `ink` on its `paper`, keep 4.5 : 1 (tested). */
export interface Palette {
  readonly page: string;
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly link: string;
  readonly verdicts: Readonly<Record<Verdict, { readonly ink: string; readonly paper: string; readonly bar: string }>>;
}

export const LIGHT: Palette = {
  page: '#ffffff',
  surface: '#f6f7f9',
  text: '#1c2127',
  muted: '#535c66',
  line: '#d9dee4',
  link: '#0b5394',
  verdicts: {
    fail: { ink: '#9b1426', paper: '#fdebec', bar: '#c93a45' },
    'not-assessed': { ink: '#714500', paper: '#fdf1d7', bar: '#d09a2a' },
    manual: { ink: '#4c3594', paper: '#f0ecfb', bar: '#8a74cf' },
    pass: { ink: '#14592c', paper: '#e2f4e7', bar: '#3f9a5d' },
    'not-applicable': { ink: '#4a525b', paper: '#eceff2', bar: '#b3bbc4' },
  },
};

export const DARK: Palette = {
  page: '#111519',
  surface: '#191e24',
  text: '#e5e8eb',
  muted: '#a2abb5',
  line: '#303740',
  link: '#8abcf0',
  verdicts: {
    fail: { ink: '#ffa8a8', paper: '#3d171b', bar: '#d9545c' },
    'not-assessed': { ink: '#f0c66e', paper: '#35280e', bar: '#b98a2c' },
    manual: { ink: '#c9bbf7', paper: '#2a2347', bar: '#8570cc' },
    pass: { ink: '#93dcaa', paper: '#15301f', bar: '#3f9a5d' },
    'not-applicable': { ink: '#b7c0c9', paper: '#262c33', bar: '#5a646f' },
  },
};

/** The custom properties of a palette, as CSS declarations. */
export function declarations({ verdicts, ...plain }: Palette): string {
  const names = Object.entries(plain).map(([name, colour]) => `--${name}:${colour}`);
  const ofVerdicts = Object.entries(verdicts).flatMap(([verdict, colours]) =>
    Object.entries(colours).map(([name, colour]) => `--${verdict}-${name}:${colour}`),
  );
  return [...names, ...ofVerdicts].join(';');
}

import { describe, expect, test } from '@jest/globals';
import { DARK, LIGHT, type Palette } from './palette.ts';

/** Relative luminance of #rrggbb, as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test('black on white is 21 : 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

describe.each<[string, Palette]>([
  ['light', LIGHT],
  ['dark', DARK],
])('%s', (_, palette) => {
  test.each(['text', 'muted', 'link'] as const)('%s can be read on page and surface', (name) => {
    expect(contrast(palette[name], palette.page)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette[name], palette.surface)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Object.entries(palette.verdicts))('the badge %s can be read', (_verdict, { ink, paper }) => {
    expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5);
  });
});

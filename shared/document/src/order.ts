import { VERDICTS } from '@cis-scan/contracts';
import type { Control, Result } from '@cis-scan/contracts';

/**
 * Orders two strings by Unicode code point.
 * `<` orders by UTF-16 unit, which puts everything above U+FFFF (surrogates) before U+E000…U+FFFF; so these two
 * ranges change places here.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

/** Orders control numbers by their numeric parts (1.2 before 1.10); a parent before its children. */
export function compareControlNumbers(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const byNumber = Number(left[i]) - Number(right[i]);
    // A part that is not a number makes the difference NaN: such numbers are ordered as text.
    if (byNumber !== 0) return Number.isNaN(byNumber) ? compareCodePoints(a, b) : byNumber;
  }
  return left.length - right.length || compareCodePoints(a, b);
}

/** Orders controls as a benchmark does. */
export function compareControls(a: Pick<Control, 'control'>, b: Pick<Control, 'control'>): number {
  return compareControlNumbers(a.control, b.control);
}

/** Orders the resources of a control: worst verdict first, then region (null first), then id by code point. */
export function compareResults(a: Result, b: Result): number {
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    compareRegions(a.region, b.region) ||
    compareCodePoints(a.id, b.id) ||
    // (id, region) is unique within a control; should a check break that, the bytes must still not depend on the order of arrival.
    compareCodePoints(JSON.stringify(a), JSON.stringify(b))
  );
}

function compareRegions(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compareCodePoints(a, b);
}

import { describe, expect, test } from '@jest/globals';
import { filterOf, UnsupportedQuery } from './filter.ts';

const ITEM = {
  id: 'a1',
  userType: 'Guest',
  groupTypes: ['Unified', 'DynamicMembership'],
  isAdmin: true,
  count: 3,
  detectedDateTime: '2026-03-02T08:00:00Z',
  displayName: "O'Brien",
  settings: { mode: 'on' },
  mail: null,
};

describe('$filter', () => {
  test.each<readonly [string, boolean]>([
    ["userType eq 'Guest'", true],
    ["userType eq 'guest'", true],
    ["userType eq 'Member'", false],
    ["userType ne 'Member'", true],
    ["groupTypes/any(c:c eq 'Unified')", true],
    ["groupTypes/any(c: c eq 'Other')", false],
    ['isAdmin eq true', true],
    ['isAdmin eq false', false],
    ['count ge 3 and count lt 4', true],
    ['detectedDateTime ge 2026-03-01T00:00:00Z', true],
    ['detectedDateTime ge 2026-03-02T08:00:00.001Z', false],
    ["displayName eq 'O''Brien'", true],
    ["startswith(displayName,'o''b')", true],
    ["settings/mode eq 'on'", true],
    ['mail eq null', true],
    ['mail ne null', false],
    ["not(userType eq 'Guest')", false],
    ["userType eq 'Member' or (isAdmin eq true and count eq 3)", true],
    ["absent eq 'x'", false],
  ])('%s is %s', (text, expected) => {
    expect(filterOf(text)(ITEM)).toBe(expected);
  });

  test.each(["userType like 'x'", 'userType eq', "(userType eq 'Guest'", "userType eq 'Guest' extra", "a eq 'b"])(
    '%s is not taken',
    (text) => {
      expect(() => filterOf(text)).toThrow(UnsupportedQuery);
    },
  );
});

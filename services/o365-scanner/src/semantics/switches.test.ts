import { expect, test } from '@jest/globals';
import { switchesAmiss } from './switches.ts';

const wanted = { mustBeOn: ['on', 'toString'], mustBeOff: ['off'] };

test.each([
  [{ on: true, toString: true, off: false }, [], []],
  [{ on: false, toString: true, off: true }, ['on is off, on is wanted', 'off is on, off is wanted'], []],
  [{ on: null, off: false }, [], ['on', 'toString']],
  [{}, [], ['on', 'toString', 'off']],
])('%j', (switches, wrong, untold) => expect(switchesAmiss(switches, wanted)).toEqual({ wrong, untold }));
test('nothing wanted, nothing amiss', () =>
  expect(switchesAmiss({ on: false }, { mustBeOn: [], mustBeOff: [] })).toEqual({ wrong: [], untold: [] }));

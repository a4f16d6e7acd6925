import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { jsonPieces } from './json-pieces.ts';

test('together the pieces are what JSON.stringify gives', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 5 }), (value, depth) => {
      expect([...jsonPieces(value, depth)].join('')).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

test('no piece holds more than one value of the depth asked for', () => {
  const pieces = [...jsonPieces({ controls: [{ id: 1 }, { id: 2 }] }, 2)];
  expect(pieces.filter((piece) => piece.includes('"id"'))).toEqual([
    '{\n      "id": 1\n    }',
    '{\n      "id": 2\n    }',
  ]);
});
